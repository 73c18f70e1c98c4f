using System.Collections.Immutable;

namespace Omr.Service.Runs;

/// <summary>How scores lie between 0 and 100.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Median">The middle one, or between the two middle ones.</param>
/// <param name="Lowest">The lowest.</param>
/// <param name="Highest">The highest.</param>
/// <param name="Bins">How many lie from 0 to below 5, from 5 to below 10, and so on; the last one holds 100 as well.</param>
public sealed record ScoreSpread(int Count, decimal Mean, decimal Median, decimal Lowest, decimal Highest, ImmutableArray<int> Bins)
{
    /// <summary>How wide a bin is.</summary>
    public const int BinWidth = 5;

    /// <summary>Of those scores; null of none.</summary>
    public static ScoreSpread? Of(List<decimal> scores)
    {
        if (scores.Count == 0)
            return null;
        scores.Sort();
        var bins = new int[100 / BinWidth];
        foreach (var score in scores)
            bins[Math.Min(bins.Length - 1, (int)(score / BinWidth))]++;
        var middle = scores.Count / 2;
        var median = scores.Count % 2 == 1 ? scores[middle] : (scores[middle - 1] + scores[middle]) / 2;
        return new(scores.Count, scores.Sum() / scores.Count, median, scores[0], scores[^1], [.. bins]);
    }
}
