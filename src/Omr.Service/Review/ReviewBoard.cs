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

    // Fields of a page that were turned down and not proposed anew.
    private readonly Dictionary<long, HashSet<(string Field, int Item)>> _differing = [];
    private HashSet<long> _repeats = [];
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
        var (newest, pages, corrections, decisions) = await store.ReadAsync(
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

    // What holds of the pages and of the findings by now.
    private void Follow(ProvinceState state)
    {
        if (state == _state)
            return;
        var changed = _repeats;
        _repeats = state.Rooms.Values.Select(r => r.Judgement.Envelope).Append(state.Flat)
            .SelectMany(e => e.Repeats).Select(r => r.Again.Id.Row).ToHashSet();
        changed.SymmetricExceptWith(_repeats);
        var isOtherPaper = state.Exam.Key != _state?.Exam.Key || state.Exam.Roster != _state.Exam.Roster;
        _state = state;
        foreach (var page in isOtherPaper ? [.. _pages.Keys] : changed)
            Refresh(page);

        _queue.ExceptWith(_findings.Keys);
        _findings = [];
        foreach (var (task, finding) in FindingTasks.Of(state.Findings, _pages.GetValueOrDefault))
            _findings[task] = finding;
        _queue.UnionWith(_findings.Keys);
    }

    private void Refresh(long id)
    {
        if (!_pages.TryGetValue(id, out var page))
            return;
        if (_tasks.TryGetValue(id, out var old))
            _queue.ExceptWith(old);
        _tasks[id] = ReviewQueue.Of(
            page with { IsRepeat = _repeats.Contains(id) }, _state is null ? null : LastItem.Of(_state.Exam, page),
            _differing.GetValueOrDefault(id) is { Count: > 0 },
            (field, item) => _settled.GetValueOrDefault((id, field, item)) > 0);
        _queue.UnionWith(_tasks[id]);
    }

    private void Settle(CorrectionRow row, int by)
    {
        var key = (row.PageId, row.Field, row.Item);
        var left = _settled[key] = _settled.GetValueOrDefault(key) + by;
        if (row.Field == CorrectionField.Page)
            return;
        if (!_differing.TryGetValue(row.PageId, out var differing))
            _differing[row.PageId] = differing = [];
        if (left == 0)
            differing.Add((row.Field, row.Item));
        else
            differing.Remove((row.Field, row.Item));
    }
}
