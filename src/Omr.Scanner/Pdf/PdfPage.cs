using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Omr.Scanner.Pdf;

/// <summary>What a page of a PDF holds.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Width">Width in inches, before the turn.</param>
/// <param name="Height">Height in inches, before the turn.</param>
/// <param name="Turn">0, 90, 180 or 270 degrees by which a viewer turns it.</param>
/// <param name="Images">The images drawn on it.</param>
internal sealed partial record PdfPage(
    int Number, double Width, double Height, int Turn, ImmutableArray<PdfImage> Images)
{
    // Scanners cut or pad the page by a few millimetres against its image.
    private const double CoverTolerance = 0.05;

    /// <summary>
    /// The one image that is the page, or null: then the page has to be drawn. An image that is drawn turned, that
    /// is a stencil, or that has printing colours must be drawn too.
    /// </summary>
    public PdfImage? Scan =>
        Turn is 0 or 180
        && Images is [{ Type: "image", Components: 1 or 3 } image]
        && Covers(image.Width / image.DpiX, Width)
        && Covers(image.Height / image.DpiY, Height)
            ? image
            : null;

    /// <summary>Reads pages from <c>pdfinfo -f 1 -l N</c> and <c>pdfimages -list</c>.</summary>
    public static IEnumerable<PdfPage> Parse(string info, string images)
    {
        var imagesByPage = PdfImage.ParseList(images).ToLookup(i => i.Page);
        var turns = Turns().Matches(info).ToDictionary(m => Int(m, 1), m => Int(m, 2));
        return
            from Match size in Sizes().Matches(info)
            let number = Int(size, 1)
            select new PdfPage(
                number,
                Inches(size, 2),
                Inches(size, 3),
                turns.GetValueOrDefault(number),
                [.. imagesByPage[number]]);
    }

    private static bool Covers(double drawn, double page) => Math.Abs(drawn - page) <= CoverTolerance * page;

    private static int Int(Match match, int group) =>
        int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static double Inches(Match match, int group) =>
        double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) / 72;

    [GeneratedRegex(@"^Page +(\d{1,6}) size: +([\d.e+]+) x ([\d.e+]+) pts", RegexOptions.Multiline)]
    private static partial Regex Sizes();

    [GeneratedRegex(@"^Page +(\d{1,6}) rot: +(\d{1,3})", RegexOptions.Multiline)]
    private static partial Regex Turns();
}
