using System.Collections.Immutable;
using Omr.Service.Reconciliation.Closing;
using Omr.Service.Reconciliation.Counts;
using Omr.Service.Rosters;
using Omr.Service.Scoring;

namespace Omr.Service.Reconciliation.Live;

/// <summary>
/// How the exam stands, kept up to date in memory: each change is told of here, and only the rooms that it touches are
/// judged anew, by the very code that judges a whole pile at once. Changes come one after the other; readers take
/// <see cref="Current"/> and wait for nobody. What it holds is derived: everything is in the database, and told again at the
/// next start.
/// </summary>
/// <param name="weights">What the two competences weigh.</param>
internal sealed class LiveProvince(ScoreWeights weights)
{
    // Below that, handing work to other threads costs more than it brings.
    private const int FewRooms = 64;
    private readonly Lock _turn = new();
    private readonly Dictionary<PageOrder, ArrivedPage> _arrived = [];
    private readonly Dictionary<long, PageOrder> _orders = [];
    private readonly Dictionary<long, ImmutableArray<PageCorrection>> _corrections = [];
    private readonly Dictionary<RoomId, RoomReport> _reports = [];
    private readonly Dictionary<string, FlatFolder> _flats = new(StringComparer.Ordinal);
    private readonly HashSet<PageOrder> _outgrown = [];
    private ProvincePile _pile = new(Nothing(weights), placesByNumber: true);
    private Balance _balance = Balance.None;
    private volatile ProvinceState _current = Empty(Nothing(weights));

    /// <summary>Told which rooms were judged anew, after <see cref="Current"/> shows it.</summary>
    public event Action<IReadOnlyCollection<RoomId>>? Changed;

    /// <summary>How everything stands.</summary>
    public ProvinceState Current => _current;

    /// <summary>Pages that were read; a page that is known already is told of again in vain.</summary>
    public void Add(IReadOnlyList<ArrivedPage> pages) => Change(() =>
    {
        foreach (var page in pages.Where(p => _arrived.TryAdd(p.Order, p)))
        {
            _orders[page.Page.Id.Row] = page.Order;
            if (page.Page.Folder is null && page.Cover is { } room)
                Put(FlatOf(page).Open(page.Order, room));
            else if (page.Page.Folder is null && page.Cover is null)
                FlatOf(page).Add(page.Order);
            if (page.Cover is null)
                Put([page.Order]);
            if (page.Outgrows is { } before && _outgrown.Add(before) && _arrived.ContainsKey(before))
                Put([before]);
        }
        return [];
    });

    /// <summary>Another roster; everything is judged anew.</summary>
    public void Replace(Roster roster) => Change(() =>
    {
        _pile = new(_pile.Exam with { Roster = roster }, placesByNumber: true);
        _current = Empty(_pile.Exam, _current.Acts);
        Put(_arrived.Values.Where(p => p.Cover is null).Select(p => p.Order));
        return [.. roster.Rooms, .. _reports.Keys];
    });

    /// <summary>Entries of the attendance list, new or changed; the others stay.</summary>
    public void Set(IReadOnlyDictionary<string, AttendanceEntry> entries) => Change(() =>
    {
        _pile.Attend(_pile.Exam.Attendance.SetItems(entries), entries.Keys);
        return [];
    });

    /// <summary>The keys that are sealed now.</summary>
    public void Set(AnswerKey key) => Change(() =>
    {
        _pile.Score(key);
        return _pile.Exam.Roster.Rooms;
    });

    /// <summary>A room's minutes.</summary>
    public void Set(RoomReport report) => Change(() =>
    {
        _reports[report.Room] = report;
        return [report.Room];
    });

    /// <summary>All confirmed corrections of a page.</summary>
    /// <param name="page">Its number in the ledger.</param>
    /// <param name="corrections">The latest last.</param>
    public void Apply(long page, ImmutableArray<PageCorrection> corrections) => Change(() =>
    {
        _corrections[page] = corrections;
        if (_orders.TryGetValue(page, out var order) && _arrived[order].Cover is null)
            Put([order]);
        return [];
    });

    /// <summary>The room whose cover a page of a flat folder lies under; null if there is none.</summary>
    /// <param name="page">Its number in the ledger.</param>
    public RoomId? CoverOf(long page)
    {
        lock (_turn)
        {
            return _orders.TryGetValue(page, out var order) && _arrived[order] is { Page.Folder: null } arrived
                ? FlatOf(arrived).RoomOf(order)
                : null;
        }
    }

    /// <summary>What people answered, proposed or decided about findings.</summary>
    public void Record(IEnumerable<FindingAct> acts)
    {
        lock (_turn)
            _current = new(_current.Exam, _current.Rooms, _current.Flat, _balance, _current.Acts.With(acts));
    }

    // What changed is put into the pile; its rooms, and those named, are judged anew.
    private void Change(Func<IReadOnlyCollection<RoomId>> change)
    {
        HashSet<RoomId> touched;
        lock (_turn)
        {
            var named = change();
            touched = [.. _pile.Settle(), .. named];
            Judge([.. touched.Where(r => r != ProvincePile.Flat)]);
        }
        Changed?.Invoke(touched);
    }

    private void Judge(List<RoomId> rooms)
    {
        var before = _current.Rooms;
        _balance = before.IsEmpty ? Balance.None : _balance;
        var states = new RoomState?[rooms.Count];
        void One(int i) => states[i] = StateOf(rooms[i]);
        if (rooms.Count < FewRooms)
            for (var i = 0; i < rooms.Count; i++) One(i);
        else
            Parallel.For(0, rooms.Count, One);

        foreach (var room in rooms)
        {
            if (before.TryGetValue(room, out var old))
                _balance = _balance.Without(old.Judgement.Balance);
        }
        foreach (var state in states.OfType<RoomState>())
            _balance = _balance.Add(state.Judgement.Balance);
        var after = before.RemoveRange(rooms.Where((_, i) => states[i] is null))
            .SetItems(states.OfType<RoomState>().Select(s => KeyValuePair.Create(s.Room, s)));
        _current = new(
            _pile.Exam, after, _pile.Envelope(ProvincePile.Flat, [], isAwaited: true), _balance, _current.Acts);
    }

    // A room of which nothing is known any more, no participant, page or report, is no room.
    private RoomState? StateOf(RoomId room)
    {
        var envelope = _pile.Envelope(room, [room], isAwaited: true);
        var report = _reports.GetValueOrDefault(room);
        return envelope.Seats.IsEmpty && envelope.Pages == 0 && report is null
            ? null
            : RoomState.Of(_pile.Exam, room, envelope, report);
    }

    private void Put(IEnumerable<PageOrder> orders)
    {
        foreach (var order in orders)
        {
            var page = _arrived[order].Page;
            if (page.Folder is null && FlatOf(_arrived[order]).RoomOf(order) is { } room)
                page = page with { Folder = room, Sheet = page.Sheet is null ? null : page.Sheet with { Folder = room } };
            page = EffectiveSheet.Of(page, _corrections.GetValueOrDefault(page.Id.Row, []));
            if (page is { Sheet: null, Ruling: PageRuling.None } && _outgrown.Contains(order))
                page = page with { Ruling = PageRuling.Outgrown };
            _pile.Put(order, page);
        }
    }

    // Two scanners that feed two flat folders have each an order of its own.
    private FlatFolder FlatOf(ArrivedPage page)
    {
        if (!_flats.TryGetValue(page.Origin, out var flat))
            _flats.Add(page.Origin, flat = new());
        return flat;
    }

    private static Exam Nothing(ScoreWeights weights) =>
        new(new([]), ImmutableDictionary<string, AttendanceEntry>.Empty, new([]), weights);

    private static ProvinceState Empty(Exam exam, FindingActs? acts = null) => new(
        exam,
        ImmutableSortedDictionary<RoomId, RoomState>.Empty,
        new ProvincePile(exam, placesByNumber: true).Envelope(ProvincePile.Flat, [], isAwaited: true),
        Balance.None,
        acts ?? FindingActs.None);
}
