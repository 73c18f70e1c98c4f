using System.Runtime.InteropServices;
using Omr.Engine.Imaging;
using Omr.Engine.Native;
using Omr.Engine.Template;

namespace Omr.Engine.Decode;

/// <summary>
/// JPEG to luminance through libjpeg-turbo. A colour scan of a form with drop-out ink gives two planes: the darkest of
/// each pixel's three channels, in which print of any colour shows, and the channel in which the form's own vanishes.
/// </summary>
internal sealed class JpegDecoder : IDisposable
{
    private readonly TurboJpegHandle _handle = TurboJpeg.InitDecompress();
    private byte[] _colour = [];

    /// <summary>Decodes into the page; returns why not, or null.</summary>
    public Refusal? Decode(ReadOnlySpan<byte> file, in JpegHeader header, InkChannel ink, GrayImage page)
    {
        page.Resize(header.Width, header.Height);
        return ink == InkChannel.Grey || header.Components == 1
            ? Decompress(file, header, page.Pixels, page.Stride, TurboJpeg.PixelFormatGray)
            : DecodeChannel(file, header, ink, page);
    }

    public void Dispose() => _handle.Dispose();

    private Refusal? DecodeChannel(ReadOnlySpan<byte> file, in JpegHeader header, InkChannel ink, GrayImage page)
    {
        var pitch = header.Width * 3;
        if (_colour.Length < pitch * header.Height)
            _colour = GC.AllocateUninitializedArray<byte>(pitch * header.Height);
        if (Decompress(file, header, _colour, pitch, TurboJpeg.PixelFormatRgb) is { } refusal)
            return refusal;
        var (channel, dropOut) = (ink - InkChannel.Red, page.AddDropOut());
        for (var y = 0; y < header.Height; y++)
        {
            var row = page.Row(y);
            var inks = dropOut.Row(y);
            var source = _colour.AsSpan(y * pitch, pitch);
            for (int x = 0, at = 0; x < row.Length; x++, at += 3)
            {
                row[x] = Math.Min(source[at], Math.Min(source[at + 1], source[at + 2]));
                inks[x] = source[at + channel];
            }
        }

        return null;
    }

    // A file that ends too early decodes "with a warning" and a grey rest; only junk before the end marker, which some
    // scanners write, leaves the picture whole.
    private Refusal? Decompress(ReadOnlySpan<byte> file, in JpegHeader header, Span<byte> pixels, int pitch, int format)
    {
        var result = TurboJpeg.Decompress(
            _handle, file, new CULong((nuint)file.Length), pixels, header.Width, pitch, header.Height, format, 0);
        if (result == 0)
            return null;
        var text = TurboJpeg.LastError(_handle);
        return text.EndsWith("extraneous bytes before marker 0xd9", StringComparison.Ordinal)
            ? null
            : new Refusal(1, RefusalReason.Damaged, $"format=jpeg library=\"{text}\"");
    }
}
