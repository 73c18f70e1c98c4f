using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Omr.Service.Access;
using Omr.Service.Hosting;

namespace Omr.Service.Api;

/// <summary><c>GET /events</c>: what happens, as server-sent events, within the caller's region.</summary>
internal static class EventEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/events", static (EventHub hub, Caller caller, CancellationToken stop) =>
                TypedResults.ServerSentEvents(Within(hub, caller.Region, stop)))
            .For(Act.FollowEvents)
            .WithSummary("Follow what happens (server-sent events)");

    private static async IAsyncEnumerable<SseItem<EventMessage>> Within(
        EventHub hub, Region region, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var what in hub.ListenAsync(stop))
        {
            if (what.Room is null ? region == Region.Province : region.Covers(what.Room))
                yield return new(new(what.Room?.ToString() ?? "", what.Subject), what.Kind);
        }
    }

    /// <param name="Ruang">KAB-LOKASI-RUANG; empty for the whole province.</param>
    /// <param name="Subjek">What it happened to.</param>
    internal sealed record EventMessage(string Ruang, string Subjek);
}
