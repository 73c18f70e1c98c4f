using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using Omr.Service.Access;
using Omr.Service.Rosters;

namespace Omr.Service.Api;

/// <summary><c>GET /roster</c>: who is registered, by ascending number, a page at a time.</summary>
internal static class RosterEndpoints
{
    private const int MostRows = 1000;

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/roster", PageAsync)
            .For(Act.ViewRoster)
            .WithSummary("See the roster")
            .WithDescription("Give berikut of an answer as cursor to get the page after it; it is null on the last one.");

    private static async Task<Results<Ok<RosterPage>, ProblemHttpResult>> PageAsync(
        HttpContext context, Caller caller, ListStore lists, CancellationToken stop,
        string kab = "", string lokasi = "", string ruang = "", string cursor = "", int limit = 100)
    {
        if (limit is < 1 or > MostRows)
        {
            return context.Problem(
                StatusCodes.Status422UnprocessableEntity,
                new($"limit {limit} di luar 1 sampai {MostRows}.", $"limit {limit} isn't within 1 and {MostRows}."));
        }

        var wanted = new Region(kab, lokasi, ruang);
        var people = (await lists.CurrentAsync(stop)).Roster.ByNumber;
        var page = new List<ParticipantMessage>();
        for (var at = After(people, cursor); at < people.Length; at++)
        {
            var person = people[at];
            if (!wanted.Covers(person.Room) || !caller.Region.Covers(person.Room))
                continue;
            if (page.Count == limit)
                return TypedResults.Ok(new RosterPage(page, page[^1].NomorPeserta));
            page.Add(ParticipantMessage.Of(person));
        }

        return TypedResults.Ok(new RosterPage(page, null));
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

    /// <param name="Peserta">Participants, by number.</param>
    /// <param name="Berikut">Cursor of the next page; null on the last.</param>
    internal sealed record RosterPage(IReadOnlyList<ParticipantMessage> Peserta, string? Berikut);
}
