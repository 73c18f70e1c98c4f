using QRCoder;

namespace Omr.Service.Api;

/// <summary>A QR as a picture that a page can show without asking for it anywhere.</summary>
internal static class QrPicture
{
    private const int PixelsPerModule = 6;

    /// <summary>A <c>data:</c> address of a PNG, the quiet zone included.</summary>
    public static string Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        return "data:image/png;base64," + Convert.ToBase64String(picture.GetGraphic(PixelsPerModule));
    }
}
