using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Reconciliation;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Storage;

namespace Omr.Service.Review;

/// <summary>
/// The queue of all pages and findings, kept in order. Rows are only ever added, so before each look it reads on where it
/// left off: new pages, new proposals, new decisions. The findings are the live reconciliation's.
/// </summary>
internal sealed class ReviewBoard(Store store, ProvinceFeed feed, LiveProvince live) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SortedSet<ReviewTask> _queue = [];
    private readonly Dictionary<long, ReviewPage> _pages = [];
    private readonly Dictionary<long, CorrectionRow> _proposals = [];
    private readonly Dictionary<long, ImmutableArray<ReviewTask>> _tasks = [];

    // How many proposals that were not turned down there are of an item.
    private readonly Dictionary<(long Page, string Field, int Item), int> _settled = [];
    private readonly HashSet<long> _outgrown = [];
    private Dictionary<ReviewTask, Finding> _findings = [];
    private (long Page, long Correction, long Decision) _last;
    private ProvinceState? _state;

    /// <summary>The tasks that suit, in order, from behind a place on.</summary>
    public async Task<IReadOnlyList<ReviewEntry>> AfterAsync(
        ReviewTask? place, Func<ReviewEntry, bool> suits, int most, CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            await feed.CatchUpAsync(stop);
            await CatchUpAsync(stop);
            Follow(live.Current);
            if (_queue.Max is not { } last || (place is not null && place.CompareTo(last) >= 0))
                return [];
            var rest = place is null ? _queue : _queue.GetViewBetween(place, last);
            return
            [
                .. rest.Where(t => t.CompareTo(place) > 0)
                    .Select(t => _findings.TryGetValue(t, out var finding) ? new ReviewEntry(t, null, finding) : new(t, _pages[t.Page], null))
                    .Where(suits).Take(most),
            ];
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task CatchUpAsync(CancellationToken stop)
    {
        var (newest, pages, outgrown, corrections, decisions) = await store.ReadAsync(
            async db =>
            {
                var last = await db.Pages.MaxAsync(p => (long?)p.Id, stop) ?? 0;
                var open = last == _last.Page ? [] : await db.Pages
                    .Where(p => p.Id > _last.Page && (p.Refused != "" || p.Doubts > 0 || p.NumberState != nameof(NumberState.Known)))
                    .Select(p => new ReviewPage(
                        p.Id,
                        db.Arrivals.Where(a => a.FileId == p.FileId).OrderBy(a => a.Id).Select(a => a.Room).FirstOrDefault() ?? "",
                        p.Refused, p.NumberState, p.Number, p.Subject, p.Package, p.Answers))
                    .ToListAsync(stop);
                return (
                    last, open,
                    last == _last.Page ? [] : await OutgrownAsync(db, stop),
                    await db.Corrections.Where(c => c.Id > _last.Correction).OrderBy(c => c.Id).ToListAsync(stop),
                    await db.CorrectionDecisions.Where(d => d.Id > _last.Decision).OrderBy(d => d.Id).ToListAsync(stop));
            },
            stop);
        _last.Page = newest; // only now: whoever gives up in the middle of reading must not skip what was read
        var changed = new HashSet<long>();
        foreach (var page in pages)
        {
            _pages[page.Id] = page;
            changed.Add(page.Id);
        }

        foreach (var page in outgrown.Where(_outgrown.Add))
            changed.Add(page);
        foreach (var correction in corrections)
        {
            _proposals[correction.Id] = correction;
            Settle(correction, 1);
            changed.Add(correction.PageId);
            _last.Correction = correction.Id;
        }

        foreach (var decision in decisions)
        {
            _last.Decision = decision.Id;
            if (!_proposals.Remove(decision.CorrectionId, out var correction) || decision.IsAccepted)
                continue;
            Settle(correction, -1);
            changed.Add(correction.PageId);
        }

        foreach (var page in changed)
            Refresh(page);
    }

    // Pages whose file grew, and which are there in the grown file, too.
    private static Task<List<long>> OutgrownAsync(OmrDatabase db, CancellationToken stop) => (
        from later in db.Arrivals
        where later.PredecessorId != null
        join earlier in db.Arrivals on later.PredecessorId equals earlier.Id
        join now in db.Pages on later.FileId equals now.FileId
        join then in db.Pages on new { earlier.FileId, now.Page } equals new { then.FileId, then.Page }
        select then.Id).ToListAsync(stop);

    private void Follow(ProvinceState state)
    {
        if (state == _state)
            return;
        if (state.Exam.Key != _state?.Exam.Key || state.Exam.Roster != _state.Exam.Roster)
        {
            foreach (var page in _pages.Keys)
                Refresh(page);
        }

        _queue.ExceptWith(_findings.Keys);
        _findings = FindingTasks.Of(state.Findings, _pages.GetValueOrDefault).ToDictionary(f => f.Task, f => f.Finding);
        _queue.UnionWith(_findings.Keys);
        _state = state;
    }

    private void Refresh(long id)
    {
        if (!_pages.TryGetValue(id, out var page))
            return;
        if (_tasks.TryGetValue(id, out var old))
            _queue.ExceptWith(old);
        _tasks[id] = ReviewQueue.Of(page with { IsOutgrown = _outgrown.Contains(id) }, LastItem.Of(live.Current.Exam, page), (field, item) => _settled.GetValueOrDefault((id, field, item)) > 0);
        _queue.UnionWith(_tasks[id]);
    }

    private void Settle(CorrectionRow row, int by)
    {
        var key = (row.PageId, row.Field, row.Item);
        _settled[key] = _settled.GetValueOrDefault(key) + by;
    }
}
