namespace Omr.Benchmarks.Properties;

/// <summary>
/// The difference of two rates that were counted on the same sheets. The marks of a sheet share hand, paper and scanner,
/// so sheets are what is independent, not marks. A rate is all hits over all marks; a sheet's residual is by how much
/// its hits exceed what the rate gives for its marks, over all marks; the variance of the difference is the sum of the
/// squares of the residuals' differences, times sheets / (sheets - 1). So a mark that stands once in each of the two
/// places is compared with itself, and a sheet with many hits in both weighs nothing.
/// </summary>
/// <param name="Gap">The one rate less the other.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="Sheets">Sheets that it was counted on, at least two.</param>
internal readonly record struct RateDifference(double Gap, double Error, int Sheets)
{
    /// <summary>The chance of a gap at least as wide where there is none, by Student's t.</summary>
    public double P => Gap == 0 ? 1 : StudentT.TwoSided(Gap / Error, Sheets - 1);

    /// <summary>The difference over those sheets; null with fewer than two of them or a rate of nothing.</summary>
    public static RateDifference? Of(IReadOnlyCollection<(Hits One, Hits Other)> sheets)
    {
        var (one, other) = (new Hits(sheets.Sum(s => s.One.Count), sheets.Sum(s => s.One.Of)),
            new Hits(sheets.Sum(s => s.Other.Count), sheets.Sum(s => s.Other.Of)));
        if (sheets.Count < 2 || one.Of == 0 || other.Of == 0)
            return null;
        var squares = sheets.Sum(s => Square(Residual(s.One, one) - Residual(s.Other, other)));
        return new(one.Rate - other.Rate, Math.Sqrt(squares * sheets.Count / (sheets.Count - 1)), sheets.Count);
    }

    /// <summary>How far the true difference may lie from the gap, at that chance of lying further.</summary>
    public double Reach(double chance) => Error * StudentT.Beyond(chance, Sheets - 1);

    private static double Residual(Hits sheet, Hits all) => (sheet.Count - (all.Rate * sheet.Of)) / all.Of;

    private static double Square(double value) => value * value;
}
