using Omr.Engine;
using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation;

/// <summary>A page of the pile with what the engine made of it: a sheet or a refusal.</summary>
/// <param name="Id">Which page.</param>
/// <param name="Folder">The room whose folder it lay in (<c>KAB-LOKASI-RUANG</c>); null in a flat folder.</param>
/// <param name="Sheet">What was read; null if the page was refused.</param>
/// <param name="Refusal">Why it was refused; null if it was read.</param>
/// <param name="Ruling">What two people decided about it, if they did.</param>
public sealed record ScannedPage(
    PageId Id, RoomId? Folder, Sheet? Sheet, Refusal? Refusal, PageRuling Ruling = PageRuling.None)
{
    /// <summary>Keeps of a page's outcome what is needed further on.</summary>
    public static ScannedPage Of(PageId id, RoomId? folder, ReadOutcome outcome) => outcome is SheetReading reading
        ? new(id, folder, Reconciliation.Sheet.Of(id, folder, reading), null)
        : new(id, folder, null, (Refusal)outcome);
}
