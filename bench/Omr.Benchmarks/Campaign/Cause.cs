namespace Omr.Benchmarks.Campaign;

/// <summary>How often one way of marking was doubtful for one reason.</summary>
/// <param name="Items">Items.</param>
/// <param name="Sheets">Sheets with at least one such item.</param>
/// <param name="Alone">Sheets that would be in no doubt without these items.</param>
internal sealed record Cause(long Items, long Sheets, long Alone)
{
    public static Cause operator +(Cause a, Cause b) => new(a.Items + b.Items, a.Sheets + b.Sheets, a.Alone + b.Alone);
}
