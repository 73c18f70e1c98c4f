// The C face of zxing-cpp, which has only a C++ one. It reads one symbol of one symbology in a crop: asked for all
// formats on a whole page, zxing-cpp 1.4 as Debian builds it may stop the process at an assertion.

#define ZX_USE_UTF8
#include <ZXing/ReadBarcode.h>

#include <cstdint>
#include <cstring>
#include <string>

#if defined(_WIN32)
#define OMR_API extern "C" __declspec(dllexport)
#else
#define OMR_API extern "C" __attribute__((visibility("default")))
#endif

namespace {

constexpr int BadArgument = -1; // a null pointer, a size below 1, or a symbology that isn't known
constexpr int ReaderFailed = -2; // zxing-cpp threw
constexpr int TextTooLong = -3; // the symbol's text doesn't fit

ZXing::BarcodeFormat FormatOf(int symbology)
{
    switch (symbology) {
    case 1: return ZXing::BarcodeFormat::QRCode;
    case 2: return ZXing::BarcodeFormat::Code128;
    default: return ZXing::BarcodeFormat::None;
    }
}

} // namespace

// Reads the symbol in a crop of 8-bit grey pixels, rows `stride` bytes apart, and writes its UTF-8 text without a
// terminating zero. Returns the text's length in bytes, 0 if there is no readable symbol, or one of the negative codes
// above. `try_harder` also reads symbols turned by 90 and 270 degrees.
OMR_API int omr_zxing_read(const uint8_t* pixels, int width, int height, int stride, int symbology, int try_harder,
                           char* text, int capacity) noexcept
{
    const auto format = FormatOf(symbology);
    if (!pixels || !text || width < 1 || height < 1 || stride < width || format == ZXing::BarcodeFormat::None)
        return BadArgument;
    try {
        auto hints = ZXing::DecodeHints()
                         .setFormats(format)
                         .setTryHarder(try_harder != 0)
                         .setTryRotate(try_harder != 0)
                         .setTryDownscale(try_harder != 0);
        const ZXing::ImageView view(pixels, width, height, ZXing::ImageFormat::Lum, stride);
        const auto result = ZXing::ReadBarcode(view, hints);
        if (!result.isValid())
            return 0;
        const std::string value = result.text();
        if (value.size() > static_cast<size_t>(capacity < 0 ? 0 : capacity))
            return TextTooLong;
        std::memcpy(text, value.data(), value.size());
        return static_cast<int>(value.size());
    } catch (...) {
        return ReaderFailed;
    }
}
