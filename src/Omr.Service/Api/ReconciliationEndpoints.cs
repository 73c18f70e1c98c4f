using Microsoft.AspNetCore.Http.HttpResults;
using Omr.Service.Access;
using Omr.Service.Reconciliation.Live;

namespace Omr.Service.Api;

/// <summary><c>/rooms/.../reconciliation</c> and <c>/reconciliation</c>: how the counts stand, within the caller's region.</summary>
internal static class ReconciliationEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/rooms/{kab}/{lokasi}/{ruang}/reconciliation", Room)
            .For(Act.ViewReconciliation)
            .WithSummary("How a room stands: counts, equalities, participants, findings");
        api.MapGet("/reconciliation", All)
            .For(Act.ViewReconciliation)
            .WithSummary("How the province (or a kab) stands, by kab (or lokasi), and what keeps its scores from being released");
        FindingEndpoints.Map(api);
    }

    private static Results<Ok<RoomMessage>, ProblemHttpResult> Room(
        string kab, string lokasi, string ruang, HttpContext context, Caller caller, LiveProvince live)
    {
        var state = live.Current;
        return caller.Region.Covers(new Rosters.RoomId(kab, lokasi, ruang)) && state.Rooms.TryGetValue(new(kab, lokasi, ruang), out var room)
            ? TypedResults.Ok(RoomMessage.Of(context, state, room))
            : context.NothingThere(Asked.Room(kab, lokasi, ruang));
    }

    private static Results<Ok<RegionMessage>, ProblemHttpResult> All(
        HttpContext context, Caller caller, LiveProvince live, string kab = "")
    {
        var state = live.Current;
        // Who sees a part of a kab only is answered about that part.
        var region = kab.Length == 0 || caller.Region.Kab == kab ? caller.Region : new(kab, "", "");
        return caller.Region.Covers(region) && (region == Region.Province || state.RoomsOf(region).Any())
            ? TypedResults.Ok(RegionMessage.Of(context, state, region, caller.Region == Region.Province))
            : context.NothingThere(kab.Length == 0 ? new("Pencocokan", "Reconciliation") : Asked.Kab(kab));
    }
}
