namespace Omr.Service.ItemAnalysis;

/// <summary>Those who did one thing about one item: chose an option, or were credited.</summary>
/// <param name="Count">How many.</param>
/// <param name="Sum">Sum of their totals.</param>
/// <param name="Upper">How many of them are in the top group.</param>
/// <param name="Lower">How many in the bottom group.</param>
internal readonly record struct Choice(long Count, long Sum, int Upper, int Lower)
{
    /// <summary>Takes it from how many of them have the total 0, 1, 2 ...</summary>
    public static Choice Of(ReadOnlySpan<int> byTotal, OuterGroups? groups)
    {
        var (count, sum, upper, lower) = (0L, 0L, 0, 0);
        for (var total = 0; total < byTotal.Length; total++)
        {
            count += byTotal[total];
            sum += (long)total * byTotal[total];
            upper += total >= groups?.From ? byTotal[total] : 0;
            lower += total <= groups?.To ? byTotal[total] : 0;
        }

        return new(count, sum, upper, lower);
    }
}
