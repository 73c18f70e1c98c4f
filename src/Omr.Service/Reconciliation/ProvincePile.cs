using System.Collections.Immutable;
using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation;

/// <summary>
/// All pages, indexed by number, by paper or picture and by the batch they lie in, each in exactly one
/// <see cref="PagePlace"/>. A page that comes, goes or changes only disturbs the scans of its paper, the sheets of its
/// number and the batches these lie in; <see cref="Settle"/> sorts those again and says which batches must be judged
/// anew. What comes out doesn't depend on the order in which pages were put in, only on their <see cref="PageOrder"/>.
/// Used by one thread at a time.
/// <para>
/// A sheet without any pencil claims nothing when its owner is absent, has another sheet that is filled, or isn't known:
/// it is an unused form.
/// </para>
/// </summary>
/// <param name="exam">What the sheets are held against.</param>
/// <param name="placesByNumber">
/// Whether a page of the flat folder lies in the batch of its owner's room, rather than in one flat batch.
/// </param>
internal sealed class ProvincePile(Exam exam, bool placesByNumber)
{
    /// <summary>Stands for the flat batch.</summary>
    public static RoomId Flat { get; } = new("", "", "");

    private readonly Dictionary<PageOrder, PilePage> _pages = [];
    private readonly Dictionary<string, List<PilePage>> _byPaper = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PilePage>> _byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<RoomId, List<PilePage>> _byBatch = [];
    private readonly Dictionary<string, ImmutableArray<Sheet>> _owned = new(StringComparer.Ordinal);
    private readonly HashSet<string> _papers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<RoomId> _touched = [];

    /// <summary>What the sheets are held against.</summary>
    public Exam Exam { get; private set; } = exam;

    /// <summary>The batches that hold a page.</summary>
    public IEnumerable<RoomId> Batches => _byBatch.Keys;

    /// <summary>Puts a page in, in place of the one that came at the same time if there is one.</summary>
    public void Put(PageOrder order, ScannedPage page)
    {
        Take(order);
        var owner = page.Sheet?.Number is { State: NumberState.Known } number ? Exam.Roster.Find(number.Text) : null;
        var put = new PilePage(order, page, page.Folder ?? (placesByNumber ? owner?.Room : null));
        _pages.Add(order, put);
        Into(_byBatch, put.Lies ?? Flat, put);
        if (put.ScanKey is { } paper)
            Into(_byPaper, paper, put);
        if (put.Number is { } bears)
            Into(_byNumber, bears, put);
        Disturb(put);
    }

    /// <summary>Takes a page out, if it is there.</summary>
    public void Take(PageOrder order)
    {
        if (!_pages.Remove(order, out var old))
            return;
        OutOf(_byBatch, old.Lies ?? Flat, old);
        if (old.ScanKey is { } paper)
            OutOf(_byPaper, paper, old);
        if (old.Number is { } bears)
            OutOf(_byNumber, bears, old);
        Disturb(old);
    }

    /// <summary>Holds the sheets against another attendance list.</summary>
    /// <param name="attendance">All entries.</param>
    /// <param name="changed">The numbers whose entries differ.</param>
    public void Attend(ImmutableDictionary<string, AttendanceEntry> attendance, IEnumerable<string> changed)
    {
        Exam = Exam with { Attendance = attendance };
        _numbers.UnionWith(changed);
    }

    /// <summary>Holds the sheets against other keys; every room must be judged anew.</summary>
    public void Score(Scoring.AnswerKey key) => Exam = Exam with { Key = key };

    /// <summary>Sorts again what was disturbed; the batches to be judged anew, <see cref="Flat"/> among them.</summary>
    public IReadOnlySet<RoomId> Settle()
    {
        foreach (var paper in _papers)
            SettlePaper(_byPaper.GetValueOrDefault(paper, []));
        foreach (var number in _numbers)
            SettleNumber(number);
        var touched = _touched.ToHashSet();
        _papers.Clear();
        _numbers.Clear();
        _touched.Clear();
        return touched;
    }

    /// <summary>The batch as it lies now.</summary>
    /// <param name="batch">The room whose batch it is, or <see cref="Flat"/>.</param>
    /// <param name="rooms">The rooms whose sheets are expected in it.</param>
    /// <param name="isAwaited">Whether it may be that nothing has arrived.</param>
    public Envelope Envelope(RoomId batch, IReadOnlyList<RoomId> rooms, bool isAwaited)
    {
        var pages = _byBatch.GetValueOrDefault(batch, []).OrderBy(p => p.Rank).ToList();
        ImmutableArray<Sheet> In(PagePlace place) => [.. pages.Where(p => p.Place == place).Select(p => p.Page.Sheet!)];
        var kept = pages.Where(p => p.Place >= PagePlace.Unused).ToList();
        return new()
        {
            Room = batch != Flat ? batch : rooms is [var only] ? only : null,
            HasArrived = !isAwaited || pages.Count > 0,
            Seats =
            [
                .. from room in rooms
                   from person in Exam.Roster.In(room)
                   select new Seat(person, _owned.GetValueOrDefault(person.Number, [])),
            ],
            Pages = pages.Count,
            Refused = [.. pages.Where(p => p.Place == PagePlace.Refused).Select(p => p.Page)],
            SetAside = [.. pages.Where(p => p.Place == PagePlace.SetAside).Select(p => p.Page)],
            Repeats =
            [
                .. pages.Where(p => p.Place == PagePlace.Repeated)
                    .Select(p => (p.Page, p.RepeatOf?.Page.Id)),
            ],
            Kept = [.. kept.Select(p => p.Page.Sheet!)],
            Unused = In(PagePlace.Unused),
            Unclear = In(PagePlace.Unclear),
            Unknown = In(PagePlace.Unknown),
            Owned = In(PagePlace.Owned),
            Copies =
            [
                .. from page in kept
                   where page.Counted is { Paper.Length: > 0 }
                   let all = _byPaper[page.ScanKey!].Where(p => p.RepeatOf is null).ToList()
                   where all.Count > 1
                   select (page.Page.Sheet!, all.OrderBy(p => p.Rank).Select(p => p.Page.Sheet!).ToImmutableArray()),
            ],
        };
    }

    private void Disturb(PilePage page)
    {
        _touched.Add(page.Lies ?? Flat);
        if (page.ScanKey is { } paper)
            _papers.Add(paper);
        if (page.Number is { } number)
            _numbers.Add(number);
    }

    private void SettlePaper(List<PilePage> scans)
    {
        RepeatedScans.Part(scans);
        foreach (var scan in scans)
        {
            _touched.Add(scan.Lies ?? Flat);
            if (scan.Number is { } number)
                _numbers.Add(number);
            else
                scan.Place = scan.RepeatOf is not null ? PagePlace.Repeated
                    : scan.Page.Sheet!.IsUntouched ? PagePlace.Unused
                    : PagePlace.Unclear;
        }
    }

    private void SettleNumber(string number)
    {
        var owner = Exam.Roster.Find(number);
        if (owner is not null)
            _touched.Add(owner.Room);
        var sheets = _byNumber.GetValueOrDefault(number, []);
        var isFilled = sheets.Any(p => p.RepeatOf is null && !p.Page.Sheet!.IsUntouched);
        var mayClaim = !isFilled && owner is not null && Exam.IsPresent(owner);
        foreach (var sheet in sheets)
        {
            _touched.Add(sheet.Lies ?? Flat);
            sheet.Place = sheet.RepeatOf is not null ? PagePlace.Repeated
                : sheet.Page.Sheet!.IsUntouched && !mayClaim ? PagePlace.Unused
                : owner is null ? PagePlace.Unknown
                : PagePlace.Owned;
        }

        ImmutableArray<Sheet> owned =
            [.. sheets.Where(p => p.Place == PagePlace.Owned).OrderBy(p => p.Rank).Select(p => p.Page.Sheet!)];
        if (owned.IsEmpty)
            _owned.Remove(number);
        else
            _owned[number] = owned;
    }

    private static void Into<TKey>(Dictionary<TKey, List<PilePage>> index, TKey key, PilePage page)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var pages))
            index[key] = pages = [];
        pages.Add(page);
    }

    private static void OutOf<TKey>(Dictionary<TKey, List<PilePage>> index, TKey key, PilePage page)
        where TKey : notnull
    {
        index[key].Remove(page);
        if (index[key].Count == 0)
            index.Remove(key);
    }
}
