namespace Omr.Service.ItemAnalysis;

/// <summary>The totals of all participants as sums: whole numbers, so that nothing is lost however many there are.</summary>
/// <param name="Count">n.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="Squares">Sum of their squares.</param>
internal readonly record struct Totals(long Count, long Sum, long Squares)
{
    /// <summary>n times the sum of squared deviations, from which every variance here is made.</summary>
    public Int128 Spread => ((Int128)Count * Squares) - ((Int128)Sum * Sum);

    /// <summary>Takes them from how many have the total 0, 1, 2 ...</summary>
    public static Totals Of(ReadOnlySpan<int> byTotal)
    {
        var (count, sum, squares) = (0L, 0L, 0L);
        for (var total = 0; total < byTotal.Length; total++)
        {
            count += byTotal[total];
            sum += (long)total * byTotal[total];
            squares += (long)total * total * byTotal[total];
        }

        return new(count, sum, squares);
    }

    /// <summary>The totals less one for those of that choice.</summary>
    public Totals Without(Choice choice) => new(Count, Sum - choice.Count, Squares - (2 * choice.Sum) + choice.Count);

    /// <summary>Correlation of a choice with the total less that choice; null where either is the same for all.</summary>
    public double? PointBiserial(Choice choice)
    {
        var rest = Without(choice);
        var both = ((Int128)Count * (choice.Sum - choice.Count)) - ((Int128)choice.Count * rest.Sum);
        var spread = Variance(choice);
        return spread == 0 || rest.Spread == 0 ? null : (double)both / Math.Sqrt((double)spread * (double)rest.Spread);
    }

    /// <summary>
    /// KR-20 = k/(k-1) * (1 - sum pq / variance of the totals), the same divisor in both variances; null where it isn't defined.
    /// </summary>
    /// <param name="items">k.</param>
    /// <param name="variances">Sum over the items of <see cref="Variance"/>.</param>
    public double? Kr20(int items, Int128 variances) =>
        items < 2 || Spread == 0 ? null : items / (items - 1.0) * (1 - ((double)variances / (double)Spread));

    /// <summary>n*n*p*q of a choice, on the same scale as <see cref="Spread"/>.</summary>
    public Int128 Variance(Choice choice) => (Int128)choice.Count * (Count - choice.Count);
}
