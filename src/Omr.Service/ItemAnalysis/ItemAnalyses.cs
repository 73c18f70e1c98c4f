using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Omr.Service.KeyCustody;
using Omr.Service.Scoring;
using Omr.Service.Storage;

namespace Omr.Service.ItemAnalysis;

/// <summary>
/// The item analyses of stored runs. They are of the whole province and tell the keys, so they are only for callers of the
/// province who may see sealed keys or need them to judge an item; whoever shows them asks for that. A run never changes,
/// nor does its analysis: it is worked out once.
/// </summary>
internal sealed class ItemAnalyses
{
    private readonly KeyStore _keys;
    private readonly WorkedOut<long, List<AnalysedPackage>> _packages;
    private readonly WorkedOut<(long Run, string Subject, string Package), RunAnalysis?> _analyses;

    public ItemAnalyses(Store store, KeyStore keys, TimeProvider time)
    {
        _keys = keys;
        _packages = new(run => store.ReadAsync(db => PackagesAsync(db, run), CancellationToken.None), p => p.Count > 0, time);
        _analyses = new(
            k => store.ReadAsync(db => MakeAsync(db, k.Run, k.Subject, k.Package, CancellationToken.None), CancellationToken.None),
            a => a is not null, time);
    }

    /// <summary>The packages that a stored run scored, by subject and package.</summary>
    public Task<List<AnalysedPackage>> PackagesAsync(long run, CancellationToken stop) => _packages.OfAsync(run).WaitAsync(stop);

    /// <summary>The analysis of a package in a run; null if the run scored nobody in it.</summary>
    public Task<RunAnalysis?> OfAsync(long run, string subject, string package, CancellationToken stop) =>
        _analyses.OfAsync((run, subject, package)).WaitAsync(stop);

    /// <summary>The same if it is there that soon; it goes on being worked out otherwise.</summary>
    public Task<(bool IsDone, RunAnalysis? Analysis)> WithinAsync(long run, string subject, string package, TimeSpan patience) =>
        _analyses.WithinAsync((run, subject, package), patience);

    private static Task<List<AnalysedPackage>> PackagesAsync(OmrDatabase db, long run) =>
        db.Scores.Where(s => s.RunId == run && s.Status == nameof(ScoreStatus.DN))
            .GroupBy(s => new { s.Subject, s.Package })
            .OrderBy(g => g.Key.Subject).ThenBy(g => g.Key.Package)
            .Select(g => new AnalysedPackage(g.Key.Subject, g.Key.Package, g.Count())).ToListAsync();

    private async Task<RunAnalysis?> MakeAsync(OmrDatabase db, long id, string subject, string package, CancellationToken stop)
    {
        if (await db.Runs.SingleOrDefaultAsync(r => r.Id == id, stop) is not { } run)
            return null;
        var scored = await db.Scores
            .Where(s => s.RunId == id && s.Subject == subject && s.Package == package && s.Status == nameof(ScoreStatus.DN))
            .OrderBy(s => s.Number).ToListAsync(stop);
        if (scored.Count == 0)
            return null;
        var key = (await _keys.AtAsync(db, run.KeyVersions, stop)).Key.Of(subject).Single(k => k.Package == package);
        var weights = WeightsOf(run);
        var sheets = await ScoredSheets.OfAsync(db, run, scored, stop);
        var tally = new PackageTally(key, weights);
        var leftOut = new List<string>();
        foreach (var row in scored)
        {
            if (sheets.TryGetValue(row.Number, out var answers) && Says(row, Scorer.Score(key, answers, weights)))
                tally.Add(answers);
            else
                leftOut.Add(row.Number);
        }

        return new(id, tally.Analyse(), [.. leftOut]);
    }

    private static bool Says(ScoreRow row, Score score) =>
        (row.Right, row.Wrong, row.Blank, row.Multiple, row.Value)
        == (score.Right, score.Wrong, score.Blank, score.Multiple, score.Value);

    private static ScoreWeights WeightsOf(RunRow run)
    {
        var parts = run.Weights.Split('/');
        return new(decimal.Parse(parts[0], CultureInfo.InvariantCulture), decimal.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
