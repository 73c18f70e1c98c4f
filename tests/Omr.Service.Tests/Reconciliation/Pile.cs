using System.Collections.Immutable;
using System.Globalization;
using Omr.Engine;
using Omr.Service.Reconciliation;
using Omr.Service.Rosters;
using Omr.Service.Scoring;

namespace Omr.Service.Tests.Reconciliation;

/// <summary>
/// A room and its pile, built without the engine. Numbers are 1001, 1002 ...; everybody's answers are right (A) unless
/// said otherwise, and every sheet has a serial of its own.
/// </summary>
internal sealed class Pile
{
    private readonly List<ScannedPage> _pages = [];
    private readonly List<Participant> _people = [];
    private readonly Dictionary<string, AttendanceEntry> _attendance = [];

    public static RoomId RoomA { get; } = new("12", "001", "001");

    public static RoomId RoomB { get; } = new("12", "001", "002");

    public List<PackageKey> Keys { get; } = [Scoring.Keys.AllA(2, 3)];

    public IReadOnlyList<ScannedPage> Pages => _pages;

    public Exam Exam => new(
        new Roster(_people), _attendance.ToImmutableDictionary(), new([.. Keys]), ScoreWeights.National);

    public RunReport Report => Reconciler.Reconcile(Exam, _pages);

    /// <summary>Registers participants of a room, present unless said otherwise.</summary>
    public Pile Room(RoomId room, int first, int count, bool present = true, string package = "")
    {
        for (var n = first; n < first + count; n++)
        {
            var number = n.ToString(CultureInfo.InvariantCulture);
            _people.Add(new(number, $"Peserta {number}", new(1975, 7, n % 28 + 1), room, "", "180", package, _people.Count + 2));
            _attendance[number] = new(present);
        }
        return this;
    }

    public Pile Absent(params string[] numbers)
    {
        foreach (var number in numbers) _attendance[number] = new(false);
        return this;
    }

    public Pile Minutes(string number, Incident incident)
    {
        _attendance[number] = _attendance[number] with { Incident = incident };
        return this;
    }

    /// <summary>Adds personal sheets, one for each number.</summary>
    public Pile Sheets(params string[] numbers)
    {
        foreach (var number in numbers) Sheet(number);
        return this;
    }

    /// <summary>Adds a sheet.</summary>
    /// <param name="bubbled">The bubbled number, <c>_</c> blank, <c>?</c> uncertain.</param>
    /// <param name="answers">As in <see cref="Scoring.Keys.Answers"/>.</param>
    /// <param name="barcode">The barcode's text; the bubbled number unless said otherwise, empty for none.</param>
    /// <param name="folder">The room's folder it lay in.</param>
    /// <param name="serial">The paper's serial; a new one unless said otherwise.</param>
    /// <param name="subject">The bubbled subject.</param>
    /// <param name="package">The bubbled package.</param>
    /// <param name="birth">The bubbled date of birth.</param>
    /// <param name="name">The bubbled name.</param>
    /// <param name="turn">By how much the scan had to be turned.</param>
    /// <param name="blackAndWhite">Whether it was scanned in black and white only.</param>
    public Pile Sheet(
        string bubbled,
        string answers = "A A A A A",
        string? barcode = null,
        RoomId? folder = null,
        string? serial = null,
        string subject = "180",
        string package = "01",
        string birth = "______",
        string name = "__________",
        int turn = 0,
        bool blackAndWhite = false)
    {
        var page = _pages.Count + 1;
        var id = new PageId(page.ToString("D4", CultureInfo.InvariantCulture) + ".jpg", 1);
        ItemReading[] items =
        [
            .. Digits("nomor_peserta", bubbled), .. Digits("tgl_lahir", birth), .. Digits("nama", name), .. Digits("kd_mapel", subject),
            .. Digits("paket", package),
            .. Scoring.Keys.Answers(answers).Select((a, i) => Item("jawaban", i + 1, a.Value, a.Status)),
        ];
        var reading = new SheetReading(
            1, "ljk", 1, serial ?? page.ToString("D8", CultureInfo.InvariantCulture),
            Identity(barcode ?? bubbled, bubbled), [.. items], [page], 0.5f, 0.3f,
            new(8, 8, 0, turn, 4, 4, 0, 0, 0, blackAndWhite));
        _pages.Add(ScannedPage.Of(id, folder, reading));
        return this;
    }

    /// <summary>Adds the last page again, as another file: the same bytes.</summary>
    public Pile SameFileAgain()
    {
        var id = new PageId((_pages.Count + 1).ToString("D4", CultureInfo.InvariantCulture) + ".jpg", 1);
        _pages.Add(_pages[^1] with { Id = id, Sheet = _pages[^1].Sheet! with { Id = id } });
        return this;
    }

    public Pile Refused(RefusalReason reason = RefusalReason.MarksNotFound, RoomId? folder = null)
    {
        var id = new PageId((_pages.Count + 1).ToString("D4", CultureInfo.InvariantCulture) + ".jpg", 1);
        _pages.Add(ScannedPage.Of(id, folder, new Refusal(1, reason, "marks=1")));
        return this;
    }

    // What the engine says of a barcode and bubbles, as its documentation has it.
    private static IdentityReading Identity(string barcode, string bubbled)
    {
        var number = barcode.StartsWith('C') || barcode.Contains('_') || barcode.Contains('?') ? "" : barcode;
        var isWhole = bubbled.All(char.IsAsciiDigit);
        var isBlank = bubbled.All(c => c == '_');
        return (number, isBlank, isWhole) switch
        {
            ("", true, _) => new("", ReadStatus.Blank, DoubtReason.None, barcode, bubbled),
            ("", _, true) => new(bubbled, ReadStatus.Ok, DoubtReason.None, barcode, bubbled),
            ("", _, _) => new(bubbled, ReadStatus.Doubtful, DoubtReason.Incomplete, barcode.StartsWith('C') ? barcode : "", bubbled),
            (_, true, _) => new(number, ReadStatus.Ok, DoubtReason.None, barcode, bubbled),
            _ when number == bubbled => new(number, ReadStatus.Ok, DoubtReason.None, barcode, bubbled),
            _ => new($"{number}|{bubbled}", ReadStatus.Doubtful, DoubtReason.Conflict, barcode, bubbled),
        };
    }

    private static IEnumerable<ItemReading> Digits(string field, string text) => text.Select((c, i) => Item(
        field,
        i + 1,
        c is '_' or '?' ? "" : c.ToString(),
        c switch { '_' => ReadStatus.Blank, '?' => ReadStatus.Doubtful, _ => ReadStatus.Ok }));

    private static ItemReading Item(string field, int item, string value, ReadStatus status) =>
        new(field, item, value, status, DoubtReason.None, default, 0);
}
