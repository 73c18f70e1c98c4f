using Omr.Service.Reconciliation.Counts;
using Omr.Service.Reconciliation.Live;

namespace Omr.Service.Reconciliation.Closing;

/// <summary>A room as the map of counts shows it.</summary>
/// <param name="Room">The room.</param>
/// <param name="Sheets">Where its sheets are.</param>
/// <param name="IsUnequal">Whether its counts don't agree.</param>
/// <param name="Open">Its open findings.</param>
/// <param name="Blocking">Of these, those that hold up the release.</param>
internal sealed record RoomOverview(RoomState Room, SheetsBalance Sheets, bool IsUnequal, int Open, int Blocking)
{
    /// <summary>How it stands.</summary>
    public RoomStanding Standing =>
        IsUnequal || Blocking > 0 ? RoomStanding.Off : Sheets.Holds ? RoomStanding.Balanced : RoomStanding.Waiting;

    /// <summary>The rooms of a state. Of a room that wasn't judged anew since, only the findings are looked at.</summary>
    /// <param name="state">How everything stands.</param>
    /// <param name="before">How it stood.</param>
    /// <param name="known">The rooms of then.</param>
    public static IReadOnlyList<RoomOverview> Of(ProvinceState state, ProvinceState? before, IReadOnlyList<RoomOverview> known)
    {
        var open = state.Findings.Where(f => f is { Status: FindingStatus.Open, Finding.Room: not null }).ToLookup(f => f.Finding.Room!);
        var same = state.Acts == before?.Acts ? known.ToDictionary(r => r.Room.Room) : [];
        return
        [
            .. state.Rooms.Values.Select(r =>
            {
                var overview = same.GetValueOrDefault(r.Room) is { } last && ReferenceEquals(last.Room, r) ? last : Of(state, r);
                // That an envelope isn't there yet (D27) is waited for.
                var blocking = open[r.Room].Count(f => f.Finding.Code != "D27" && FindingClass.Of(f.Finding.Code)!.Blocks);
                return overview with { Open = open[r.Room].Count(), Blocking = blocking };
            }),
        ];
    }

    private static RoomOverview Of(ProvinceState state, RoomState room) => new(
        room,
        SheetsBalance.Of(room, state),
        Equalities.Rules.Any(r => !r.IsInfo && r.State(room.Counts) == EqualityState.Off && (room.Counts.HasArrived || r.Code != "E9")),
        Open: 0,
        Blocking: 0);
}
