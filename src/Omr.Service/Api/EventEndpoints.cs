using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Omr.Service.Access;
using Omr.Service.Hosting;

namespace Omr.Service.Api;

/// <summary>
/// <c>GET /events</c>: what happens, as server-sent events, within the caller's region. A first event says that it listens;
/// after some minutes the stream ends and the caller comes again, so that nobody listens on who was shut out meanwhile.
/// </summary>
internal static class EventEndpoints
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/events", static (EventHub hub, Caller caller, TimeProvider time, CancellationToken stop) =>
                TypedResults.ServerSentEvents(Within(hub, caller.Region, time, stop)))
            .For(Act.FollowEvents)
            .WithSummary("Follow what happens (server-sent events)");

    private static async IAsyncEnumerable<SseItem<EventMessage>> Within(
        EventHub hub, Region region, TimeProvider time, [EnumeratorCancellation] CancellationToken stop)
    {
        using var end = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, end.Token);
        yield return new(new("", ""), "listening");
        await using var happening = hub.ListenAsync(either.Token).GetAsyncEnumerator(either.Token);
        while (await IsMoreAsync(happening, end.Token))
        {
            var what = happening.Current;
            if (what.Room is null ? region == Region.Province : region.Covers(what.Room))
                yield return new(new(what.Room?.ToString() ?? "", what.Subject), what.Kind);
        }
    }

    private static async ValueTask<bool> IsMoreAsync(IAsyncEnumerator<ServiceEvent> happening, CancellationToken end)
    {
        try
        {
            return await happening.MoveNextAsync();
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <param name="Ruang">KAB-LOKASI-RUANG; empty for the whole province.</param>
    /// <param name="Subjek">What it happened to.</param>
    internal sealed record EventMessage(string Ruang, string Subjek);
}
