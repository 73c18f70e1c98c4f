using System.Globalization;
using System.Text.RegularExpressions;
using Omr.Engine.Template;

namespace Omr.Forms.Tests.Measuring;

/// <summary>A word on a page and the box of its letters, in millimetres.</summary>
internal sealed partial record Word(string Text, PaperArea Box)
{
    private const double MillimetresPerPoint = 25.4 / 72;

    // pdftotext's boxes reach from the font's highest accent to its lowest descender: capitals fill the middle 0.65.
    private const double OfFontHeight = 0.175;

    public static List<Word> FromBoxes(string html) =>
        [.. BoxedWord().Matches(html).Select(m => new Word(m.Groups[5].Value, Letters(m)))];

    private static PaperArea Letters(Match match)
    {
        double[] side = [.. Enumerable.Range(1, 4).Select(i =>
            double.Parse(match.Groups[i].Value, CultureInfo.InvariantCulture) * MillimetresPerPoint)];
        var height = side[3] - side[1];
        return new(side[0], side[1] + (height * OfFontHeight), side[2] - side[0], height * (1 - (2 * OfFontHeight)));
    }

    [GeneratedRegex("""<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>""")]
    private static partial Regex BoxedWord();
}
