namespace Omr.Simulator.Scanning;

/// <summary>
/// A slow error along the feed: two sines, one as long as a third of a sheet or more, one about a roller's turn.
/// </summary>
/// <param name="Long">Amplitude of the long one in millimetres.</param>
/// <param name="LongWay">Its length in millimetres.</param>
/// <param name="LongPhase">Its phase in radians.</param>
/// <param name="Short">Amplitude of the short one.</param>
/// <param name="ShortWay">Its length in millimetres.</param>
/// <param name="ShortPhase">Its phase.</param>
internal readonly record struct Wave(
    double Long, double LongWay, double LongPhase, double Short, double ShortWay, double ShortPhase)
{
    /// <summary>A wave whose error is at most that.</summary>
    public static Wave Draw(double largest, Chance chance)
    {
        var size = largest * chance.Between(0.2, 1);
        var share = chance.Between(0.75, 0.9);
        return new(
            size * share, chance.Between(100, 400), chance.Between(0, Math.Tau),
            // A roller of 12 to 25 mm turns once in 38 to 80 mm.
            size * (1 - share), chance.Between(38, 80), chance.Between(0, Math.Tau));
    }

    /// <summary>The error at that place along the feed.</summary>
    public double At(double place) =>
        Long == 0 && Short == 0
            ? 0
            : (Long * Math.Sin((Math.Tau * place / LongWay) + LongPhase))
              + (Short * Math.Sin((Math.Tau * place / ShortWay) + ShortPhase));
}
