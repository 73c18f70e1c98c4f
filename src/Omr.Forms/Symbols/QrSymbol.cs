using System.Collections;
using QRCoder;

namespace Omr.Forms.Symbols;

/// <summary>
/// Encodes a text as QR code with error correction Q: a quarter of the symbol may be dirty or torn. Upper-case texts
/// go in the compact alphanumeric mode.
/// </summary>
internal static class QrSymbol
{
    /// <summary>The rows of modules, true is dark; the quiet zone of 4 modules is included.</summary>
    public static List<BitArray> Encode(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        return code.ModuleMatrix;
    }
}
