using System.Collections.Immutable;
using System.Globalization;
using Omr.Engine;
using Omr.Service.Reconciliation;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Rosters;
using Omr.Service.Scoring;

namespace Omr.Benchmarks.Reconcile;

/// <summary>
/// A province with what goes wrong in one, in the shares of a bad day: of a hundred participants four are absent, and a
/// sheet in a hundred each is lost, is a spare, bears a wrong number, lies in another room's folder, was scanned twice,
/// has doubtful answers or couldn't be read; one in a thousand lies flat without a cover.
/// </summary>
/// <param name="Roster">Who is registered.</param>
/// <param name="Attendance">Who came.</param>
/// <param name="Key">Keys of ten subjects, two packages each.</param>
/// <param name="Items">Items of a key.</param>
/// <param name="Pages">The pages that have come.</param>
/// <param name="More">Pages that come later.</param>
/// <param name="Changes">Attendance entries that change.</param>
internal sealed record MadeUpProvince(
    Roster Roster,
    ImmutableDictionary<string, AttendanceEntry> Attendance,
    AnswerKey Key,
    int Items,
    ImmutableArray<ArrivedPage> Pages,
    ImmutableArray<ArrivedPage> More,
    ImmutableArray<Dictionary<string, AttendanceEntry>> Changes)
{
    private const int ItemsOfAKey = 100;
    private const int Pedagogy = 30;
    private const int Subjects = 10;
    private static readonly string[] Options = ["A", "B", "C", "D", "E"];

    public static MadeUpProvince Make(int participants, int rooms, int seed, int more)
    {
        var chance = new Random(seed);
        var people = Enumerable.Range(0, participants).Select(n => Person(n, (int)((long)n * rooms / participants))).ToList();
        var roster = new Roster(people);
        var attendance = people.ToImmutableDictionary(p => p.Number, _ => new AttendanceEntry(chance.Next(100) >= 4));
        var pages = people.Where(p => attendance[p.Number].Present).SelectMany(p => PagesOf(chance, p, roster)).ToList();
        var late = Enumerable.Range(0, pages.Count).OrderBy(_ => chance.Next()).Take(more).ToHashSet();
        var arrived = pages.Select((page, i) => Arrived(i + 1, page)).ToList();
        return new(
            roster,
            attendance,
            new([.. Enumerable.Range(0, Subjects).SelectMany(s => (PackageKey[])[KeyOf(s, "01"), KeyOf(s, "02")])]),
            ItemsOfAKey,
            [.. arrived.Where((_, i) => !late.Contains(i))],
            [.. arrived.Where((_, i) => late.Contains(i))],
            [
                .. Enumerable.Range(0, more).Select(_ => people[chance.Next(people.Count)].Number).Select(
                    number => new Dictionary<string, AttendanceEntry> { [number] = new(!attendance[number].Present) }),
            ]);
    }

    private static IEnumerable<ScannedPage> PagesOf(Random chance, Participant person, Roster roster)
    {
        var folder = chance.Next(1000) == 0 ? null : chance.Next(100) == 0 ? roster.Rooms[chance.Next(roster.Rooms.Length)] : person.Room;
        var what = chance.Next(100);
        if (what == 0)
            yield break;
        if (what == 1)
        {
            yield return new(Id, folder, null, new(1, RefusalReason.MarksNotFound, "marks=3"));
            yield break;
        }

        var number = what == 2 ? person.Number[..^1] + "0" : person.Number;
        var sheet = new Sheet(
            Id, folder, $"ljk/1/{person.Number}", chance.NextInt64().ToString("X16", CultureInfo.InvariantCulture),
            new(NumberState.Known, number, what == 3 ? person.Number[^8..] : ""), new(person.Subject), new(chance.Next(2) == 0 ? "01" : "02"),
            new(person.BirthDate.ToString("ddMMyy", CultureInfo.InvariantCulture)),
            new(person.Name.ToUpperInvariant().Replace(' ', '_')),
            [.. Enumerable.Range(0, ItemsOfAKey).Select(n => n < 2 && what == 4 ? Answer.Unseen : new Answer(ReadStatus.Ok, Options[chance.Next(5)]))],
            false, 0, false);
        yield return new(Id, folder, sheet, null);
        if (what == 5)
            yield return new(Id, folder, sheet, null);
    }

    private static PageId Id { get; } = new("", 1);

    private static ArrivedPage Arrived(int n, ScannedPage page)
    {
        var id = new PageId(FormattableString.Invariant($"{page.Folder}/{n:D6}.jpg"), 1, n);
        return new(new(n, 1), page with { Id = id, Sheet = page.Sheet is null ? null : page.Sheet with { Id = id } });
    }

    private static Participant Person(int n, int room)
    {
        var id = new RoomId($"{room / 110 + 1:D2}", $"{room / 10 % 11 + 1:D3}", $"{room % 10 + 1:D3}");
        return new(
            FormattableString.Invariant($"1515{n * 10L + 1:D10}"), FormattableString.Invariant($"Peserta {n}"), new(1975, n % 12 + 1, n % 28 + 1), id,
            FormattableString.Invariant($"{n % 24 + 1}"), Subject(room % Subjects), "", n + 2);
    }

    private static PackageKey KeyOf(int subject, string package) => new(
        Subject(subject), package,
        [
            .. Enumerable.Range(1, ItemsOfAKey).Select(n => new KeyItem(
                n, [Options[(n + subject) % Options.Length]], n <= Pedagogy ? Ranah.Pedagogy : Ranah.Professional, KeyPolicy.Normal, 1)),
        ]);

    private static string Subject(int n) => FormattableString.Invariant($"{100 + n}");
}
