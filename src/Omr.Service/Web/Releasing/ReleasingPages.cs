using Omr.Service.Access;
using Omr.Service.Publication;
using Omr.Service.Reconciliation.Closing;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Runs;

namespace Omr.Service.Web.Releasing;

/// <summary>Skoring dan rilis: the runs, what they say, what changed between two, and which kab may be released.</summary>
internal static class ReleasingPages
{
    private const int RunsAPage = 10;
    private const int ChangesAPage = 50;
    private const int MostReleases = 500;

    // Sooner than the eye minds; what isn't counted by then shows up by itself.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/skoring", ListAsync).For(Act.ViewRuns);
        pages.MapGet("/skoring/{id:long}", RunAsync).For(Act.ViewRuns);
        pages.MapGet("/skoring/{id:long}/banding/{lain:long}", ChangesAsync).For(Act.ViewRuns);
        pages.MapGet("/skoring/{id:long}/rilis/{kab}", KabAsync).For(Act.ViewRuns);
    }

    private static async Task<IResult> ListAsync(long? sebelum, Here here, ScoringRuns runs, RunTallies tallies, CancellationToken stop)
    {
        var found = await runs.BeforeAsync(sebelum, RunsAPage + 1, stop);
        var lines = await Task.WhenAll(found.Take(RunsAPage).Select(
            async r => new RunLine(RunView.Of(r), await tallies.WithinAsync(r.Id, here.Who!.Region, Patience))));
        return here.Page<RunListPage, RunListModel>(new(lines, found.Count > RunsAPage ? lines[^1].Run.Id : null, sebelum is null));
    }

    private static async Task<IResult> RunAsync(
        long id, Here here, ScoringRuns runs, RunTallies tallies, Releases releases, LiveProvince live, CancellationToken stop)
    {
        if (await runs.FindAsync(id, stop) is not { } run)
            return TypedResults.NotFound();
        var region = here.Who!.Region;
        var tally = await tallies.WithinAsync(id, region, Patience);
        var released = (await releases.BeforeAsync(region, null, MostReleases, stop)).ConvertAll(ReleaseView.Of);
        var last = released.GroupBy(r => r.Kab).ToDictionary(g => g.Key, g => g.First());
        var state = live.Current;
        var newest = await runs.BeforeAsync(null, RunsAPage + 1, stop);
        var older = await runs.BeforeAsync(id, RunsAPage, stop);
        return here.Page<RunPage, RunModel>(new(
            RunView.Of(run), tally, newest[0].Id,
            [.. older.Concat(newest.Where(r => r.Id > id)).Select(RunView.Of)],
            [.. (tally?.Kabs ?? []).Select(k => new KabLine(k, ReleaseGate.Blocking(state, new(k.Kab, "", "")).Count, last.GetValueOrDefault(k.Kab)))],
            [.. released.Take(RunsAPage)]));
    }

    private static async Task<IResult> ChangesAsync(
        long id, long lain, string? cursor, Here here, ScoringRuns runs, RunComparison comparison, CancellationToken stop)
    {
        if (await runs.FindAsync(id, stop) is not { } to || await runs.FindAsync(lain, stop) is not { } from)
            return TypedResults.NotFound();
        var changes = await comparison.AfterAsync(lain, id, here.Who!.Region, cursor ?? "", ChangesAPage, stop);
        return here.Page<ChangesPage, ChangesModel>(new(RunView.Of(from), RunView.Of(to), changes.Isi, changes.Berikutnya, string.IsNullOrEmpty(cursor)));
    }

    private static async Task<IResult> KabAsync(
        long id, string kab, Here here, ScoringRuns runs, Releases releases, RunInputs inputs, LiveProvince live, CancellationToken stop)
    {
        var region = new Region(kab, "", "");
        if (!here.Who!.Region.Covers(region) || await runs.FindAsync(id, stop) is not { } run || !await releases.HasKabAsync(id, kab, stop))
            return TypedResults.NotFound();
        var reasons = await inputs.Hindrances(run, kab, stop);
        var rooms = ReleaseGate.Blocking(live.Current, region).Where(r => r.Room is not null)
            .GroupBy(r => r.Room!).Select(g => KeyValuePair.Create(g.Key, g.Count())).OrderBy(r => r.Key);
        var last = (await releases.BeforeAsync(region, null, 1, stop)).ConvertAll(ReleaseView.Of);
        return here.Page<KabReleasePage, KabReleaseModel>(new(RunView.Of(run), kab, reasons, [.. rooms], last.FirstOrDefault()));
    }
}
