namespace Omr.Service.ItemAnalysis;

/// <summary>
/// The top and bottom 27 %, by the total. Who has the same total as the last one in a group belongs to it as well, so
/// that nobody is in or out by the order of the list.
/// </summary>
/// <param name="From">The top group has this total or more.</param>
/// <param name="To">The bottom group has this total or less.</param>
/// <param name="Upper">How many the top group has.</param>
/// <param name="Lower">How many the bottom group has.</param>
internal sealed record OuterGroups(int From, int To, int Upper, int Lower)
{
    private const double Part = 0.27;

    /// <summary>The groups; null if totals differ too little to part them.</summary>
    /// <param name="totals">How many have the total 0, 1, 2 ...</param>
    public static OuterGroups? Of(ReadOnlySpan<int> totals)
    {
        var all = 0;
        foreach (var count in totals)
            all += count;
        var wanted = Math.Max(1, (int)Math.Round(all * Part, MidpointRounding.AwayFromZero));
        if (all < 2)
            return null;
        var (from, upper) = (totals.Length, 0);
        while (upper < wanted)
            upper += totals[--from];
        var (to, lower) = (-1, 0);
        while (lower < wanted)
            lower += totals[++to];
        return to < from ? new(from, to, upper, lower) : null;
    }
}
