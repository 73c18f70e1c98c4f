using Omr.Service.Reconciliation.Counts;
using Omr.Service.Reconciliation.Live;

namespace Omr.Service.Reconciliation.Closing;

/// <summary>A room as the map of counts shows it.</summary>
/// <param name="Room">The room.</param>
/// <param name="Sheets">Where its sheets are.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Open">Its open findings.</param>
/// <param name="Blocking">Of these, those that hold up the release.</param>
internal sealed record RoomOverview(RoomState Room, SheetsBalance Sheets, RoomStanding Standing, int Open, int Blocking)
{
    /// <summary>The rooms of a state.</summary>
    public static IReadOnlyList<RoomOverview> Of(ProvinceState state)
    {
        var open = state.Findings.Where(f => f is { Status: FindingStatus.Open, Finding.Room: not null }).ToLookup(f => f.Finding.Room!);
        return [.. state.Rooms.Values.Select(r => Of(state, r, [.. open[r.Room]]))];
    }

    private static RoomOverview Of(ProvinceState state, RoomState room, IReadOnlyList<ListedFinding> open)
    {
        var sheets = SheetsBalance.Of(room, state);
        // That an envelope isn't there yet (D27, E9) is waited for.
        var blocking = open.Count(f => f.Finding.Code != "D27" && FindingClass.Of(f.Finding.Code)!.Blocks);
        var isOff = blocking > 0 || Equalities.Rules.Any(r => !r.IsInfo && r.State(room.Counts) == EqualityState.Off && (room.Counts.HasArrived || r.Code != "E9"));
        return new(room, sheets, isOff ? RoomStanding.Off : sheets.Holds ? RoomStanding.Balanced : RoomStanding.Waiting, open.Count, blocking);
    }
}
