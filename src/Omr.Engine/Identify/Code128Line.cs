using System.Globalization;
using System.Text;

namespace Omr.Engine.Identify;

/// <summary>
/// Reads a number in one line across the bars of a Code 128 (ISO/IEC 15417), more strictly than a reader that wants to
/// succeed: one that takes elements far from a whole number of modules lets two damaged symbol characters through the
/// check, which is only a sum modulo 103. What is compared are the distances between like edges, since ink that spreads
/// moves both by as much.
/// </summary>
internal static class Code128Line
{
    private const int CodeC = 99;
    private const int CodeB = 100;
    private const int CodeA = 101;
    private const int StartA = 103;
    private const int StartC = 105;
    private const int Stop = 106;
    private const int Elements = 6;
    private const int Modules = 11;

    // Modules by which a distance between like edges, and a single bar or space, may be off. A bar scraped to half its
    // width moves distances by half a module or more; ink that spread makes all bars wider, and no distance longer.
    private const double DistanceTolerance = 0.35;
    private const double WidthTolerance = 0.75;

    // Widths of bar, space, bar, space, bar, space in modules, by symbol character value; of the stop the first six. The
    // printer has a table of its own: a slip in either shows when this reads what that drew.
    private const string Widths =
        "212222222122222221121223121322131222122213122312132212221213" +
        "221312231212112232122132122231113222123122123221223211221132" +
        "221231213212223112312131311222321122321221312212322112322211" +
        "212123212321232121111323131123131321112313132113132311211313" +
        "231113231311112133112331132131113123113321133121313121211331" +
        "231131213113213311213131311123311321331121312113312311332111" +
        "314111221411431111111224111422121124121421141122141221112214" +
        "112412122114122411142112142211241211221114413111241112134111" +
        "111242121142121241114212124112124211411212421112421211212141" +
        "214121412121111143111341131141114113114311411113411311113141" +
        "114131311141411131211412211214211232233111";

    /// <summary>The number that the line tells, or null if it tells none or not strictly.</summary>
    /// <param name="edges">Where light turns dark, dark light and so on, from left to right; the first turns dark.</param>
    public static string? Read(ReadOnlySpan<double> edges)
    {
        for (var first = 0; first + Elements < edges.Length; first += 2)
        {
            if (ValueAt(edges, first) is >= StartA and <= StartC && ReadFrom(edges[first..]) is { } number)
                return number;
        }

        return null;
    }

    private static string? ReadFrom(ReadOnlySpan<double> edges)
    {
        Span<int> values = stackalloc int[64];
        for (var count = 0; count < values.Length; count++)
        {
            values[count] = ValueAt(edges, count * Elements);
            if (values[count] == Stop)
                return NumberOf(values[..count]);
            if (values[count] < 0)
                return null;
        }

        return null;
    }

    // The symbol character whose six elements begin at that edge; -1 if none fits.
    private static int ValueAt(ReadOnlySpan<double> edges, int first)
    {
        if (first + Elements >= edges.Length)
            return -1;
        var symbol = edges.Slice(first, Elements + 1);
        for (var value = 0; value <= Stop; value++)
        {
            if (Fits(symbol, Widths.AsSpan(value * Elements, Elements)))
                return value;
        }

        return -1;
    }

    private static bool Fits(ReadOnlySpan<double> edges, ReadOnlySpan<char> widths)
    {
        var module = (edges[Elements] - edges[0]) / Modules;
        for (var i = 0; i < Elements; i++)
        {
            var width = widths[i] - '0';
            if (Math.Abs(((edges[i + 1] - edges[i]) / module) - width) > WidthTolerance)
                return false;
            if (i + 1 < Elements && Math.Abs(((edges[i + 2] - edges[i]) / module) - width - widths[i + 1] + '0') > DistanceTolerance)
                return false;
        }

        return true;
    }

    // The start counts once, the characters after it by their place from 1; the last is the check itself.
    private static string? NumberOf(ReadOnlySpan<int> values)
    {
        if (values.Length < 3)
            return null;
        var sum = 0;
        for (var place = 0; place < values.Length - 1; place++)
            sum += values[place] * Math.Max(1, place);
        if (sum % 103 != values[^1])
            return null;

        var number = new StringBuilder();
        var set = CodeA + StartA - values[0];
        foreach (var value in values[1..^1])
        {
            if (value is CodeA or CodeB or CodeC && value != set)
                set = value;
            else if (set == CodeC && value < 100)
                number.Append(CultureInfo.InvariantCulture, $"{value:00}");
            else if (set != CodeC && value is >= '0' - ' ' and <= '9' - ' ')
                number.Append((char)(value + ' '));
            else
                return null;
        }

        return number.ToString();
    }
}
