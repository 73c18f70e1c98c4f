using System.Globalization;
using Omr.Service.Access;
using Omr.Service.Hosting;
using Omr.Service.KeyCustody;
using Omr.Service.Rosters;
using Omr.Service.Runs;
using Omr.Service.Storage;

namespace Omr.Service.Web.Keys;

/// <summary>Kunci: who entered and sealed what. Keys are the province's, and no page holds any of one.</summary>
internal static class KeyPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/kunci", ListAsync).For(Act.ViewKeys);
        pages.MapGet("/kunci/{mapel}", KeyAsync).For(Act.ViewKeys);
    }

    private static async Task<IResult> ListAsync(Here here, Store store, KeyStore keys, ListStore lists, CancellationToken stop)
    {
        if (here.Who!.Region != Region.Province)
            return TypedResults.NotFound();
        var standings = (await store.ReadAsync(db => keys.StandingsAsync(db, stop), stop)).ToDictionary(s => s.Subject, s => s.Standing);
        var subjects = (await lists.CurrentAsync(stop)).Roster.Subjects.Union(standings.Keys).Order(StringComparer.Ordinal);
        return here.Page<KeyListPage, KeyListModel>(new([.. subjects.Select(s => KeyLine.Of(s, standings.GetValueOrDefault(s)))]));
    }

    private static async Task<IResult> KeyAsync(
        string mapel, Here here, Store store, KeyStore keys, ListStore lists, FormChoice forms, RunTallies runs, CancellationToken stop)
    {
        if (here.Who!.Region != Region.Province)
            return TypedResults.NotFound();
        var standing = await store.ReadAsync(db => keys.StandingAsync(db, mapel, stop), stop);
        if (standing.Versions.IsEmpty && standing.Entries.IsEmpty && !(await lists.CurrentAsync(stop)).Roster.Subjects.Contains(mapel))
            return TypedResults.NotFound();
        var limits = FormLimits.Of(forms.Forms);
        var used = here.May(Act.ViewRuns) ? await runs.KeyVersionsAsync(stop) : [];
        var own = standing.Entries.FirstOrDefault(e => e.By.Equals(here.Who.Name, StringComparison.OrdinalIgnoreCase));
        // As the API has it: places are told to whoever entered one of the two, to nobody else.
        var isOneOfTwo = own is not null && standing.Entries.Take(2).Contains(own);
        return here.Page<KeyPage, KeyModel>(new(
            KeyLine.Of(mapel, standing), [.. standing.Versions.Select(v => VersionOf(v, used))], own?.At,
            isOneOfTwo ? standing.Differences : null, limits.Items, string.Concat(limits.Options)));
    }

    // Between these two runs lies what the revision changed, and whatever else was decided meanwhile.
    private static KeyVersionLine VersionOf(KeyVersionRow row, List<(long Run, string KeyVersions)> runs)
    {
        bool Uses((long Run, string KeyVersions) run, int version) =>
            run.KeyVersions.Split(' ').Contains(string.Create(CultureInfo.InvariantCulture, $"{row.Subject}:{version}"));

        long? first = runs.Where(r => Uses(r, row.Version)).Select(r => (long?)r.Run).FirstOrDefault();
        long? before = runs.Where(r => r.Run < first && Enumerable.Range(1, row.Version - 1).Any(v => Uses(r, v))).Select(r => (long?)r.Run).LastOrDefault();
        return new(row.Version, row.SealedBy, row.SealedAt, row.Reason, before, first);
    }
}
