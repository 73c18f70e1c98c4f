using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation;

/// <summary>A discrepancy (temuan), one row of temuan.csv.</summary>
/// <param name="Code">D01 to D27 of DOMAIN.md section 3.</param>
/// <param name="Room">The room that must look into it; null if no room is known.</param>
/// <param name="Number">The participant number that it is about; empty if none.</param>
/// <param name="Page">The page that it is about; null if none.</param>
/// <param name="What">What, how many, which sheets, what to do.</param>
/// <param name="IsOpen">Whether somebody must act; otherwise it only tells what was seen and done.</param>
/// <param name="Facts">
/// The counts that it rests on, when it is about counts: what somebody decided about a shortage of one doesn't hold for
/// a shortage of two.
/// </param>
public sealed record Finding(
    string Code, RoomId? Room, string Number, PageId? Page, Wording What, bool IsOpen = true, string Facts = "")
{
    /// <summary>What it does to the score; for those alone who may see scores that aren't released.</summary>
    public Wording Score { get; init; } = Wording.None;

    /// <summary>All of it.</summary>
    public Wording Whole => What + Score;

    /// <summary>What tells it from others of its kind: its page, else its counts.</summary>
    public string Subject => Page switch
    {
        null => Facts,
        { Row: 0 } page => FormattableString.Invariant($"{page.File}:{page.Page}"),
        { } page => FormattableString.Invariant($"{page.File}:{page.Page}#{page.Row}"),
    };
}
