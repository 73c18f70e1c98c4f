using System.Collections.Concurrent;
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
internal sealed class ItemAnalyses(Store store, KeyStore keys)
{
    private readonly ConcurrentDictionary<(long Run, string Subject, string Package), RunAnalysis> _known = new();

    /// <summary>The packages that a run scored, by subject and package; none if there is no such run.</summary>
    public Task<List<AnalysedPackage>> PackagesAsync(long run, CancellationToken stop) => store.ReadAsync(
        db => db.Scores.Where(s => s.RunId == run && s.Status == nameof(ScoreStatus.DN))
            .GroupBy(s => new { s.Subject, s.Package })
            .OrderBy(g => g.Key.Subject).ThenBy(g => g.Key.Package)
            .Select(g => new AnalysedPackage(g.Key.Subject, g.Key.Package, g.Count())).ToListAsync(stop),
        stop);

    /// <summary>The analysis of a package in a run; null if the run scored nobody in it.</summary>
    public async Task<RunAnalysis?> OfAsync(long run, string subject, string package, CancellationToken stop)
    {
        if (_known.TryGetValue((run, subject, package), out var known))
            return known;
        var made = await store.ReadAsync(db => MakeAsync(db, run, subject, package, stop), stop);
        return made is null ? null : _known.GetOrAdd((run, subject, package), made);
    }

    private async Task<RunAnalysis?> MakeAsync(OmrDatabase db, long id, string subject, string package, CancellationToken stop)
    {
        if (await db.Runs.SingleOrDefaultAsync(r => r.Id == id, stop) is not { } run)
            return null;
        var scored = await db.Scores
            .Where(s => s.RunId == id && s.Subject == subject && s.Package == package && s.Status == nameof(ScoreStatus.DN))
            .OrderBy(s => s.Number).ToListAsync(stop);
        if (scored.Count == 0)
            return null;
        var key = (await keys.AtAsync(db, run.KeyVersions, stop)).Key.Of(subject).Single(k => k.Package == package);
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
