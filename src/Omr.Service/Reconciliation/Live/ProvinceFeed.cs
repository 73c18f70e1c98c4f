using Microsoft.EntityFrameworkCore;
using Omr.Service.KeyCustody;
using Omr.Service.Rosters;
using Omr.Service.Storage;

namespace Omr.Service.Reconciliation.Live;

/// <summary>
/// Brings the live reconciliation up to the database: whatever was stored since the last time is read and told. All its facts
/// are rows that only grow, so the last number of each kind says what is new, and nobody who stores something needs to
/// know of it.
/// </summary>
internal sealed class ProvinceFeed(Store store, ListStore lists, KeyStore keys, LiveProvince live) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private FeedState _last = FeedState.Nothing;
    private Lists _lists = Lists.Empty;

    /// <summary>Why it could not catch up the last time; null if it could.</summary>
    public Exception? Problem { get; private set; }

    /// <summary>Catches up, and says with what.</summary>
    public async Task<FeedState> CatchUpAsync(CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            _last = await store.ReadAsync(db => CatchUpAsync(db, _last, stop), stop);
            Problem = null;
            return _last;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Problem = error;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<FeedState> CatchUpAsync(OmrDatabase db, FeedState last, CancellationToken stop)
    {
        var now = new FeedState(
            await db.Pages.MaxAsync(p => (long?)p.Id, stop) ?? 0,
            await db.CorrectionDecisions.MaxAsync(d => (long?)d.Id, stop) ?? 0,
            await db.RoomReports.MaxAsync(r => (long?)r.Id, stop) ?? 0,
            await db.KeyVersions.MaxAsync(k => (long?)k.Id, stop) ?? 0,
            last.Keys);
        Tell(await lists.CurrentAsync(db, stop));
        if (now.LastKey != last.LastKey)
        {
            var sealedNow = await keys.CurrentAsync(db, stop);
            live.Set(sealedNow.Key);
            now = now with { Keys = sealedNow.Versions };
        }

        foreach (var report in await ProvinceReader.ReportsAsync(db, last.LastReport, stop))
            live.Set(report);
        if (now.LastDecision != last.LastDecision)
        {
            foreach (var page in await ProvinceReader.CorrectionsAsync(db, last.LastDecision, stop))
                live.Apply(page.Key, [.. page]);
        }

        if (now.LastPage != last.LastPage)
            live.Add(await ProvinceReader.PagesAsync(db, p => p.Id > last.LastPage, stop));
        return now;
    }

    private void Tell(Lists now)
    {
        if (now.Roster != _lists.Roster)
            live.Replace(now.Roster);
        if (now.Attendance != _lists.Attendance)
        {
            var changed = now.Attendance
                .Where(a => !_lists.Attendance.TryGetValue(a.Key, out var before) || before != a.Value)
                .ToDictionary(StringComparer.Ordinal);
            if (changed.Count > 0)
                live.Set(changed);
        }

        _lists = now;
    }
}
