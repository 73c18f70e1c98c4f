using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Rosters;
using Omr.Service.Runs;
using Omr.Service.Storage;

namespace Omr.Service.Publication;

/// <summary>
/// The newest run and what is released, kept in memory: whoever asks for a score is served without the database. Made
/// again when a run or a release is stored; whoever asks meanwhile gets how things stood.
/// </summary>
internal sealed class ScoreBooks : BackgroundService
{
    private readonly Store _store;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile Books? _books;

    public ScoreBooks(Store store, ScoringRuns runs, Releases releases)
    {
        _store = store;
        runs.Stored.Add(RefreshAsync);
        releases.Stored.Add(RefreshAsync);
    }

    /// <summary>The scores of the newest run.</summary>
    public ValueTask<ScoreBook> NewestAsync() => _books is { } books ? new(books.Newest) : LoadAsync(b => b.Newest);

    /// <summary>The released scores, of each kab those of the run that was released last.</summary>
    public ValueTask<ScoreBook> ReleasedAsync() => _books is { } books ? new(books.Released) : LoadAsync(b => b.Released);

    /// <summary>
    /// What somebody may see: who may see unreleased scores the newest run, or any run; all others what is released. Null if there is
    /// no such run.
    /// </summary>
    public async ValueTask<ScoreBook?> VisibleAsync(Caller caller, long? run, CancellationToken stop) =>
        !caller.Role.May(Act.ViewScores) ? await ReleasedAsync()
        : run is { } wanted ? await OfRunAsync(wanted, stop)
        : await NewestAsync();

    /// <summary>The scores of any run, from the database; for those who look back. Null if there is no such run.</summary>
    public async Task<ScoreBook?> OfRunAsync(long run, CancellationToken stop)
    {
        if (await NewestAsync() is { InOrder: [var any, ..] } newest && any.Run == run)
            return newest;
        var entries = await ReadAsync(run, null, stop);
        return entries.Count == 0 ? null : ScoreBook.Of(entries);
    }

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => RefreshAsync(stoppingToken);

    private async ValueTask<ScoreBook> LoadAsync(Func<Books, ScoreBook> pick)
    {
        if (_books is null)
            await RefreshAsync(CancellationToken.None);
        return pick(_books!);
    }

    private async Task RefreshAsync(CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            var (newest, released) = await _store.ReadAsync(
                async db => (
                    await db.Runs.MaxAsync(r => (long?)r.Id, stop),
                    (await db.Releases.OrderBy(r => r.Id).Select(r => new { r.Kab, r.RunId }).ToListAsync(stop))
                        .GroupBy(r => r.Kab).ToDictionary(g => g.Key, g => g.Last().RunId)),
                stop);
            var now = newest is null ? ScoreBook.Empty
                : _books is { } books && books.Newest.InOrder is [var any, ..] && any.Run == newest ? books.Newest
                : ScoreBook.Of(await ReadAsync(newest.Value, null, stop));
            var entries = now.InOrder.Where(e => released.GetValueOrDefault(e.Room.Kab) == e.Run).ToList();
            foreach (var older in released.Where(r => r.Value != newest).GroupBy(r => r.Value, r => r.Key))
                entries.AddRange(await ReadAsync(older.Key, [.. older], stop));
            // Somebody who moved to another kab between two runs was released twice; the later run counts.
            var once = entries.GroupBy(e => e.Number, StringComparer.Ordinal).Select(g => g.MaxBy(e => e.Run)!);
            _books = new(now, entries.Count == now.InOrder.Length && released.Values.All(r => r == newest) ? now : ScoreBook.Of(once));
        }
        finally
        {
            _turn.Release();
        }
    }

    private Task<List<ScoreEntry>> ReadAsync(long run, List<string>? kabs, CancellationToken stop) =>
        _store.ReadAsync(
            async db =>
            {
                var rooms = new Dictionary<(string, string, string), RoomId>();
                var entries = new List<ScoreEntry>();
                var rows = db.Scores.Where(s => s.RunId == run && (kabs == null || kabs.Contains(s.Kab)));
                await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(stop))
                {
                    var key = (row.Kab, row.Lokasi, row.Ruang);
                    if (!rooms.TryGetValue(key, out var room))
                        rooms.Add(key, room = new(row.Kab, row.Lokasi, row.Ruang));
                    entries.Add(ScoreEntry.Of(row, room));
                }

                return entries;
            },
            stop);

    private sealed record Books(ScoreBook Newest, ScoreBook Released);
}
