using Omr.Service.Access;
using Omr.Service.ItemAnalysis;
using Omr.Service.Runs;

namespace Omr.Service.Web.ItemStatistics;

/// <summary>
/// Analisis butir soal, for accounts of the whole province. What tells a key is shown to who seals keys and gave a one-time code,
/// to nobody else: docs/decisions/0019.
/// </summary>
internal static class ItemPages
{
    private const int RunsToChoose = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/hasil/butir", PackageAsync).For(Act.ViewRuns);
        pages.MapGet("/hasil/butir/{butir:int}", ItemAsync).For(Act.ViewRuns);
    }

    private static async Task<IResult> PackageAsync(
        long? run, string? mapel, string? paket, Here here, ScoringRuns runs, ItemAnalyses analyses, CancellationToken stop) =>
        await FindAsync(run, mapel, paket, here, runs, analyses, stop) is { } model
            ? here.Page<ItemsPage, ItemsModel>(model)
            : TypedResults.NotFound();

    private static async Task<IResult> ItemAsync(
        int butir, long? run, string? mapel, string? paket, Here here, ScoringRuns runs, ItemAnalyses analyses, CancellationToken stop)
    {
        if (await FindAsync(run, mapel, paket, here, runs, analyses, stop) is not { Chosen: not null } model)
            return TypedResults.NotFound();
        var items = model.Facts?.Items ?? [];
        var item = items.FirstOrDefault(i => i.Number == butir);
        return model.Facts is not null && item is null
            ? TypedResults.NotFound()
            : here.Page<ItemPage, ItemModel>(new(
                model, item, butir, items.LastOrDefault(i => i.Number < butir)?.Number, items.FirstOrDefault(i => i.Number > butir)?.Number));
    }

    private static async Task<ItemsModel?> FindAsync(
        long? run, string? mapel, string? paket, Here here, ScoringRuns runs, ItemAnalyses analyses, CancellationToken stop)
    {
        if (here.Who!.Region != Region.Province)
            return null;
        var newest = (await runs.BeforeAsync(null, RunsToChoose, stop)).ConvertAll(RunView.Of);
        var chosen = run is null ? newest.FirstOrDefault() : await runs.FindAsync(run.Value, stop) is { } row ? RunView.Of(row) : null;
        if (chosen is null)
            return run is null ? new(null, [], [], null, null, false) : null;
        var tellsKey = here.May(Act.SealKey) && here.Who.HasSecondFactor;
        var packages = await analyses.PackagesAsync(chosen.Id, stop);
        // Another run's or subject's form may still name a package that isn't here: then it is the first that is.
        var package = packages.Find(p => p.KdMapel == mapel && p.Paket == paket) ?? packages.Find(p => p.KdMapel == mapel) ?? packages.FirstOrDefault();
        if (package is null)
            return new(chosen, newest, packages, null, null, tellsKey);
        var (_, analysis) = await analyses.WithinAsync(chosen.Id, package.KdMapel, package.Paket, Patience);
        return new(chosen, newest, packages, package, analysis is null ? null : PackageFacts.Of(analysis, tellsKey), tellsKey);
    }
}
