using System.Collections.Immutable;
using Omr.Service.Access;
using Omr.Service.Rosters;

namespace Omr.Service.Api;

/// <summary><c>GET /roster</c>: who is registered, by ascending number, a page at a time.</summary>
internal static class RosterEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/roster", PageAsync)
            .For(Act.ViewRoster)
            .WithSummary("See the roster");

    private static async Task<ListAnswer<ParticipantMessage>> PageAsync(
        Caller caller, ListStore lists, CancellationToken stop,
        string kab = "", string lokasi = "", string ruang = "", string cursor = "", int? limit = null)
    {
        var (wanted, most) = (new Region(kab, lokasi, ruang), SliceLimit.Of(limit));
        var people = (await lists.CurrentAsync(stop)).Roster.ByNumber;
        var found = people.Skip(After(people, cursor))
            .Where(p => wanted.Covers(p.Room) && caller.Region.Covers(p.Room)).Take(most + 1).ToList();
        return new(Slice<Participant>.Of(found, most, p => p.Number).Select(ParticipantMessage.Of));
    }

    private static int After(ImmutableArray<Participant> people, string cursor)
    {
        var (from, to) = (0, people.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = string.CompareOrdinal(people[middle].Number, cursor) > 0 ? (from, middle) : (middle + 1, to);
        }

        return from;
    }
}
