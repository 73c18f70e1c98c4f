using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Scoring;
using Omr.Service.Storage;

namespace Omr.Service.Runs;

/// <summary>The runs, counted. A run never changes, so each is counted once.</summary>
internal sealed class RunTallies
{
    private readonly Store _store;
    private readonly WorkedOut<(long Run, Region Region), RunTally> _tallies;

    public RunTallies(Store store, TimeProvider time) =>
        (_store, _tallies) = (store, new(k => store.ReadAsync(db => CountAsync(db, k.Run, k.Region), CancellationToken.None), t => !t.ByStatus.IsEmpty, time));

    /// <summary>A run within a region; null if it isn't counted that soon.</summary>
    public async Task<RunTally?> WithinAsync(long run, Region region, TimeSpan patience) =>
        (await _tallies.WithinAsync((run, region), patience)).Answer;

    /// <summary>Every run with the versions of the keys that it used, the oldest first.</summary>
    public Task<List<(long Run, string KeyVersions)>> KeyVersionsAsync(CancellationToken stop) => _store.ReadAsync(
        async db => (await db.Runs.OrderBy(r => r.Id).Select(r => new { r.Id, r.KeyVersions }).ToListAsync(stop)).ConvertAll(r => (r.Id, r.KeyVersions)),
        stop);

    private static async Task<RunTally> CountAsync(OmrDatabase db, long run, Region region)
    {
        var statuses = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var kabs = new SortedDictionary<string, (int All, int Scored)>(StringComparer.Ordinal);
        var scores = new List<decimal>();
        var rows = db.Scores.Where(s => s.RunId == run
            && (region.Kab == "" || s.Kab == region.Kab) && (region.Lokasi == "" || s.Lokasi == region.Lokasi) && (region.Ruang == "" || s.Ruang == region.Ruang));
        await foreach (var row in rows.Select(s => new { s.Kab, s.Status, s.Value }).AsAsyncEnumerable())
        {
            statuses[row.Status] = statuses.GetValueOrDefault(row.Status) + 1;
            var isScored = row.Status == nameof(ScoreStatus.DN);
            var (all, scored) = kabs.GetValueOrDefault(row.Kab);
            kabs[row.Kab] = (all + 1, scored + (isScored ? 1 : 0));
            if (isScored && row.Value is { } value)
                scores.Add(value);
        }

        return new(
            statuses.ToImmutableSortedDictionary(StringComparer.Ordinal), ScoreSpread.Of(scores),
            [.. kabs.Select(k => new KabTally(k.Key, k.Value.All, k.Value.Scored))]);
    }
}
