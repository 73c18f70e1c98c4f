using System.Globalization;

namespace Omr.Service.Scoring;

/// <summary>The lowest and the highest score that a sheet with doubtful answers can get.</summary>
/// <param name="Lowest">When every doubtful answer turns out wrong.</param>
/// <param name="Highest">When every doubtful answer that may be right is.</param>
public sealed record ScoreRange(decimal Lowest, decimal Highest)
{
    /// <summary>Two decimals, a single number where both are the same.</summary>
    public override string ToString() => Lowest == Highest
        ? Lowest.ToString("0.00", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Lowest:0.00}-{Highest:0.00}");
}
