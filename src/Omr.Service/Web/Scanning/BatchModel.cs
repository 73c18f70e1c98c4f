using Omr.Service.Reconciliation.Live;
using Omr.Service.Rosters;
using Omr.Service.Sheets;

namespace Omr.Service.Web.Scanning;

/// <summary>A batch beside the counts it must agree with.</summary>
/// <param name="Batch">What was scanned.</param>
/// <param name="Registered">Registered in the room.</param>
/// <param name="Present">Present by the attendance list; null while it isn't there.</param>
/// <param name="Collected">Sheets that the supervisor counted; null while nothing was reported.</param>
/// <param name="Sheets">Sheets that count: repeated scans and unused forms left out.</param>
/// <param name="Findings">Open findings of the room.</param>
public sealed record BatchModel(ScanBatch Batch, int Registered, int? Present, int? Collected, int Sheets, int Findings)
{
    /// <summary>Sheets that must be there; null while nobody knows.</summary>
    public int? Expected => Collected ?? Present ?? (Registered > 0 ? Registered : null);

    /// <summary>Sheets less those that must be there.</summary>
    public int? Off => Expected is { } expected ? Sheets - expected : null;

    /// <summary>Whether it was accepted and nothing came since.</summary>
    public bool IsAccepted => Batch.Accepted == Batch.Pages && Batch.Waiting == 0;

    /// <summary>Whether pages came after it was accepted.</summary>
    public bool HasGrown => Batch.Accepted is not null && !IsAccepted;

    /// <summary>What it is called.</summary>
    public Wording Name => Batch.Room.Length > 0 ? new(Batch.Room, Batch.Room) : new("Folder umum", "Flat folder");

    internal static BatchModel Of(ScanBatch batch, ProvinceState state)
    {
        if (RoomId.Parse(batch.Room) is not { } id || !state.Rooms.TryGetValue(id, out var room))
            return new(batch, 0, null, null, batch.Pages, 0);
        var counts = room.Counts;
        return new(
            batch, counts.Registered, counts.Listed > 0 ? counts.Present : null, counts.Report.Collected, counts.Sheets,
            state.Findings.Count(f => f.Finding.Room == id && f.Status == Reconciliation.Closing.FindingStatus.Open && f.Finding.IsOpen));
    }
}
