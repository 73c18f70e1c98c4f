namespace Omr.Service.Hosting;

/// <summary>The clock on the wall moved by itself.</summary>
/// <param name="From">What it would have shown, UTC.</param>
/// <param name="To">What it showed, UTC.</param>
internal sealed record ClockJump(DateTime From, DateTime To)
{
    /// <summary>How far; negative if it was set back.</summary>
    public TimeSpan By => To - From;
}
