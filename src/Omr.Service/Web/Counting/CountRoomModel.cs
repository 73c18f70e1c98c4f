using Omr.Service.Reconciliation.Counts;
using Omr.Service.Rosters;
using Omr.Service.Web.Layout;

namespace Omr.Service.Web.Counting;

/// <summary>A room that is counted.</summary>
/// <param name="Room">Which.</param>
/// <param name="Crumbs">The way to it.</param>
/// <param name="Subjects">Subjects that are examined in it.</param>
/// <param name="Registered">Registered by the roster.</param>
/// <param name="Listed">Present by the attendance list; null while that doesn't name everybody.</param>
/// <param name="Groups">What is counted.</param>
/// <param name="Report">The report that holds; null while there is none.</param>
/// <param name="State">How far the count is.</param>
/// <param name="Differences">For each of <see cref="CountChecks.All"/>: left less right, null while unknown.</param>
public sealed record CountRoomModel(
    RoomId Room,
    IReadOnlyList<Crumb> Crumbs,
    string Subjects,
    int Registered,
    int? Listed,
    IReadOnlyList<CountGroup> Groups,
    CountedReport? Report,
    CountState State,
    IReadOnlyList<int?> Differences)
{
    /// <summary>Where the count is sent.</summary>
    public string Call => RegionWay.Path("/api/v1/rooms", Room) + "/report";

    /// <summary>The page of its receipt.</summary>
    public string Receipt => RegionWay.Path("/hitung", Room) + "/bukti";
}
