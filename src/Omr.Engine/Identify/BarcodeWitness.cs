using System.Buffers;
using Omr.Engine.Geometry;
using Omr.Engine.Imaging;
using Omr.Engine.Template;

namespace Omr.Engine.Identify;

/// <summary>
/// Whether a Code 128 is whole enough to be believed when nothing else tells the number. The symbol is cut across into
/// strips; each strip's mean, along the paper's own direction, is read strictly. Some strips must tell the number, and
/// none may tell another.
/// </summary>
internal static class BarcodeWitness
{
    // Millimetres: enough rows that the mean of a 1-bit scan has grey edges, few enough that bars which lean stay sharp.
    private const double StripHeight = 1.0;

    // Millimetres between samples across the bars: eight to a module of 0.4.
    private const double Step = 0.05;

    // Millimetres beside the symbol's area, for what the marks alone don't place well.
    private const double Margin = 1.5;

    // Of the ten that the bars of an LJK give: what is left whole of a symbol must be more than a chance.
    private const int LeastStrips = 3;

    // A number of 16 digits has 62 edges in set C and 116 in set B; more than twice that is no clean line.
    private const int MostEdges = 256;

    /// <summary>Whether the bars in that area tell this number.</summary>
    public static bool Confirms(GrayImage page, in PaperMap map, PaperArea area, string number)
    {
        Span<double> edges = stackalloc double[MostEdges];
        var profile = ArrayPool<int>.Shared.Rent((int)((area.Width + (2 * Margin)) / Step));
        var confirmed = 0;
        for (var y = area.Y; y < area.Bottom; y += StripHeight)
        {
            var strip = profile.AsSpan(0, (int)((area.Width + (2 * Margin)) / Step));
            Average(page, map, area.X - Margin, y, strip);
            var told = Code128Line.Read(edges[..FindEdges(strip, edges)]);
            confirmed = told is null || confirmed < 0 ? confirmed : told == number ? confirmed + 1 : -1;
        }

        ArrayPool<int>.Shared.Return(profile);
        return confirmed >= LeastStrips;
    }

    // Sums the strip's rows of pixels, each along the paper's direction.
    private static void Average(GrayImage page, in PaperMap map, double left, double top, Span<int> strip)
    {
        strip.Clear();
        var rows = Math.Max(1, (int)(StripHeight * map.ScaleY));
        for (var row = 0; row < rows; row++)
        {
            var y = top + (StripHeight * row / rows);
            var (from, to) = (map.Map(left, y), map.Map(left + (strip.Length * Step), y));
            var (stepX, stepY) = ((to.X - from.X) / strip.Length, (to.Y - from.Y) / strip.Length);
            for (var i = 0; i < strip.Length; i++)
                strip[i] += Tone(page, from.X + (stepX * i), from.Y + (stepY * i));
        }
    }

    // Between the two pixels beside; outside of the picture is no paper, and dark.
    private static int Tone(GrayImage page, double x, double y)
    {
        var (column, row) = ((int)x, (int)(y + 0.5));
        if (x < 0 || y < 0 || column + 1 >= page.Width || row >= page.Height)
            return 0;
        var at = (row * page.Stride) + column;
        return (int)(page.Pixels[at] + ((x - column) * (page.Pixels[at + 1] - page.Pixels[at])));
    }

    // Where the strip crosses the middle between its darkest and its lightest; how many.
    private static int FindEdges(ReadOnlySpan<int> strip, Span<double> edges)
    {
        var (darkest, lightest) = (int.MaxValue, int.MinValue);
        foreach (var tone in strip)
            (darkest, lightest) = (Math.Min(darkest, tone), Math.Max(lightest, tone));
        var middle = (darkest + lightest) / 2.0;
        var count = 0;
        for (var i = 1; i < strip.Length && count < edges.Length; i++)
        {
            var dark = count % 2 == 1;
            if (strip[i] < middle != dark)
                edges[count++] = i - 1 + ((middle - strip[i - 1]) / (strip[i] - strip[i - 1]));
        }

        return count;
    }
}
