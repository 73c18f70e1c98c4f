using System.Runtime.InteropServices;
using System.Text;
using Omr.Engine.Template;

namespace Omr.Engine.Native;

/// <summary>Reads the QR or bar code in a crop of a page, by zxing-cpp.</summary>
internal static partial class Zxing
{
    // Bytes: a form's QR holds some 30, a Code 128 some 14; a strange sheet's longer text is not one of ours.
    private const int LongestText = 512;

    private const int TextTooLong = -3;

    /// <summary>
    /// The text of the symbol in the crop, or null if there is none that can be read. Nothing is allocated but the
    /// text.
    /// </summary>
    /// <param name="pixels">8-bit grey, the crop's first pixel first; rows are <paramref name="stride"/> bytes apart.</param>
    /// <param name="width">Width of the crop in pixels.</param>
    /// <param name="height">Height of the crop in pixels.</param>
    /// <param name="stride">Bytes from one row to the next.</param>
    /// <param name="symbology">The one kind of symbol to look for.</param>
    /// <param name="tryHarder">Spends more time on a poor print, and reads symbols turned by 90 or 270 degrees.</param>
    /// <exception cref="ArgumentException">The crop does not lie within the pixels.</exception>
    /// <exception cref="InvalidOperationException">zxing-cpp failed within itself.</exception>
    public static string? Read(
        ReadOnlySpan<byte> pixels, int width, int height, int stride, CodeSymbology symbology, bool tryHarder)
    {
        if (width < 1 || height < 1 || stride < width || ((long)stride * (height - 1)) + width > pixels.Length)
            throw new ArgumentException($"A crop of {width} x {height} pixels doesn't fit in {pixels.Length} bytes.");

        Span<byte> text = stackalloc byte[LongestText];
        var length = omr_zxing_read(
            pixels, width, height, stride, NumberOf(symbology), tryHarder ? 1 : 0, text, text.Length);
        return length switch
        {
            > 0 => Encoding.UTF8.GetString(text[..length]),
            0 or TextTooLong => null,
            _ => throw new InvalidOperationException($"zxing-cpp failed with code {length}."),
        };
    }

    private static int NumberOf(CodeSymbology symbology) => symbology == CodeSymbology.Qr ? 1 : 2;

    [LibraryImport(NativeLibraries.Zxing)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static partial int omr_zxing_read(
        ReadOnlySpan<byte> pixels,
        int width,
        int height,
        int stride,
        int symbology,
        int tryHarder,
        Span<byte> text,
        int capacity);
}
