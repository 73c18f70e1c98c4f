using System.Globalization;

namespace Omr.Scanner.Pdf;

/// <summary>An image on a page of a PDF, as <c>pdfimages -list</c> tells it.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Type"><c>image</c>, or <c>mask</c>, <c>smask</c>, <c>stencil</c>.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Components">Colour components of a pixel.</param>
/// <param name="DpiX">Pixels an inch across, as it is drawn on the page.</param>
/// <param name="DpiY">Pixels an inch down, as it is drawn on the page.</param>
internal sealed record PdfImage(int Page, string Type, int Width, int Height, int Components, double DpiX, double DpiY)
{
    /// <summary>Reads the table; lines that aren't images are passed over.</summary>
    public static IEnumerable<PdfImage> ParseList(string table)
    {
        foreach (var line in table.Split('\n'))
        {
            // page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio;
            // the object has one word instead of two for an inline image, so the end is counted from the end.
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length >= 14
                && Number(words[0], out var page)
                && Number(words[3], out var width)
                && Number(words[4], out var height)
                && Number(words[6], out var components)
                && Number(words[^4], out var dpiX)
                && Number(words[^3], out var dpiY))
            {
                yield return new((int)page, words[2], (int)width, (int)height, (int)components, dpiX, dpiY);
            }
        }
    }

    private static bool Number(string word, out double number) =>
        double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
        && number < int.MaxValue;
}
