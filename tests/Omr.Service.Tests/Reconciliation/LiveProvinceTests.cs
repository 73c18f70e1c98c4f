using System.Collections.Immutable;
using System.Globalization;
using Omr.Engine;
using Omr.Service.Reconciliation;
using Omr.Service.Reconciliation.Counts;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Rosters;
using Omr.Service.Scoring;

namespace Omr.Service.Tests.Reconciliation;

/// <summary>Whatever is told of in whatever order: the live result is the one that comes out from scratch.</summary>
public class LiveProvinceTests
{
    private const int Histories = 300;
    private static readonly RoomId RoomC = new("13", "002", "001");

    [Fact]
    public void Any_history_of_changes_ends_where_starting_from_scratch_ends()
    {
        for (var seed = 0; seed < Histories; seed++)
        {
            var chance = new Random(seed);
            var pile = RandomPile(chance);
            var pages = pile.Arrivals().Select(p => chance.Next(25) == 0 ? p with { Cover = Any(chance, pile) } : p).ToList();
            var attendance = pile.Exam.Attendance.Where(_ => chance.Next(30) > 0).ToDictionary();
            var reports = Reports(chance, pile);
            var corrections = Corrections(chance, pile, pages);

            var live = new LiveProvince(ScoreWeights.National);
            List<Action> history =
            [
                () => live.Replace(pile.Exam.Roster), () => live.Set(pile.Exam.Key),
                .. pages.Chunk(chance.Next(1, 5)).Select(some => (Action)(() => live.Add(some))),
                .. attendance.Select(entry => (Action)(() =>
                {
                    live.Set(new Dictionary<string, AttendanceEntry> { [entry.Key] = new(!entry.Value.Present) });
                    live.Set(new Dictionary<string, AttendanceEntry> { [entry.Key] = entry.Value });
                })),
                .. reports.Select(report => (Action)(() => live.Set(report))),
                .. corrections.Select(c => (Action)(() => live.Apply(c.Key, c.Value))),
            ];
            foreach (var step in history.OrderBy(_ => chance.Next()).ToList()) step();

            var scratch = new LiveProvince(ScoreWeights.National);
            scratch.Set(pile.Exam.Key);
            scratch.Set(attendance);
            foreach (var report in reports) scratch.Set(report);
            foreach (var (page, some) in corrections) scratch.Apply(page, some);
            scratch.Add([.. pages.Reverse<ArrivedPage>()]);
            scratch.Replace(pile.Exam.Roster);
            Same(scratch.Current, live.Current, $"seed {seed}");
        }
    }

    [Fact]
    public void A_whole_exam_with_every_page_in_its_rooms_folder_comes_out_as_a_run_over_the_pile_does()
    {
        for (var seed = 0; seed < Histories; seed++)
        {
            var chance = new Random(seed);
            var pile = RandomPile(chance, flat: false);
            foreach (var room in pile.Exam.Roster.Rooms) pile.Refused(RefusalReason.Damaged, room); // every envelope is there
            var live = pile.Live();
            var report = pile.Report;
            Assert.Equal(report.Results, live.Current.Results);
            static string Line(Finding f) => $"{f.Room} {f.Code} {f.Number} {f.Page?.File} {f.What.Indonesian}";
            string[] more = ["D13", "D15", "D18", "D21", "D24"];
            Assert.Equal(
                report.Findings.Select(Line).Order(StringComparer.Ordinal),
                live.Current.Findings.Select(f => f.Finding).Where(f => !more.Contains(f.Code)).Select(Line).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Only_the_rooms_that_a_page_touches_are_judged_anew()
    {
        var live = new Pile().Room(Pile.RoomA, 1001, 3).Room(Pile.RoomB, 2001, 3).Room(RoomC, 3001, 3).Live();
        IReadOnlyCollection<RoomId> touched = [];
        live.Changed += rooms => touched = rooms;
        var before = live.Room(Pile.RoomB);
        live.Add([new Pile().Sheet("1001", folder: RoomC).Arrivals()[0]]);
        Assert.Equal([Pile.RoomA, RoomC], touched.Order());
        Assert.Same(before, live.Room(Pile.RoomB));
        Assert.Equal(ScoreStatus.MK, new Pile().Room(Pile.RoomA, 1001, 1).Sheet("1001", folder: Pile.RoomA).Live(withKey: false).Status("1001"));
    }

    private static void Same(ProvinceState expected, ProvinceState actual, string which)
    {
        Assert.Equal(expected.Rooms.Keys, actual.Rooms.Keys);
        Assert.Equal(expected.Results, actual.Results);
        Assert.Equal(expected.Findings.Select(f => f.Finding), actual.Findings.Select(f => f.Finding));
        foreach (var (room, state) in expected.Rooms)
        {
            Assert.Equal(
                state.Counts with { Statuses = actual.Rooms[room].Counts.Statuses }, actual.Rooms[room].Counts);
        }

        Assert.Equal(expected.Balance with { Statuses = actual.Balance.Statuses }, actual.Balance);
        Assert.Equal(expected.Balance.Statuses.Where(s => s.Value > 0), actual.Balance.Statuses.Where(s => s.Value > 0));
        Assert.True(actual.Balance.Holds, $"{which}: {actual.Balance}");
    }

    private static Pile RandomPile(Random chance, bool flat = true)
    {
        var pile = new Pile().Room(Pile.RoomA, 1001, chance.Next(1, 8)).Room(Pile.RoomB, 2001, chance.Next(0, 5)).Room(RoomC, 3001, chance.Next(1, 5));
        if (chance.Next(2) == 0) pile.Keys.Add(Scoring.Keys.AllA(2, 3, package: "02"));
        foreach (var person in pile.Exam.Roster.Participants.ToList())
        {
            var number = person.Number;
            var folder = chance.Next(4) switch { 0 when flat => null, 1 => Pile.RoomA, _ => person.Room };
            var serial = chance.Next(6) == 0 ? "00000007" : null;
            if (chance.Next(6) == 0) pile.Absent(number);
            if (chance.Next(20) == 0) pile.Minutes(number, Incident.Cancelled);
            switch (chance.Next(18))
            {
                case 0: break;
                case 1: pile.Refused(RefusalReason.Damaged, folder); break;
                case 2: pile.Sheet(number, folder: folder).Sheet(number, "B B B B B", "C00000077", folder); break;
                case 3: pile.Sheet(number, folder: folder).SameFileAgain(); break;
                case 4: pile.Sheet(number[..^1] + (char)('0' + chance.Next(10)), folder: folder, serial: serial); break;
                case 5: pile.Sheet(number[..2] + "__", barcode: "", folder: folder); break;
                case 6: pile.Sheet(number[..3] + "?", barcode: "C00000078", folder: folder, serial: serial); break;
                case 7: pile.Sheet("2002", barcode: number, folder: folder); break;
                case 8: pile.Sheet("____", "- - - - -", number, folder, subject: "___", package: "__"); break;
                case 9: pile.Sheet(number, "A ?A - A|B B", folder: folder, serial: "00000050").Sheet(number, "A A - A|B B", folder: folder, serial: "00000050"); break;
                case 10: pile.Sheet(number, "? ? ? A A", folder: folder); break;
                case 11: pile.Sheet(number, package: "__", subject: "1?0", folder: folder, turn: 180); break;
                case 12: pile.Sheet("____", "- - - - -", "C00000079", folder, subject: "___", package: "__"); break;
                case 13: pile.Sheet(number, barcode: "C00000080", folder: folder, birth: "010175"); break;
                default: pile.Sheet(number, folder: folder, serial: serial, package: chance.Next(2) == 0 ? "01" : "02"); break;
            }
        }
        return pile;
    }

    private static RoomId Any(Random chance, Pile pile) => pile.Exam.Roster.Rooms[chance.Next(pile.Exam.Roster.Rooms.Length)];

    private static List<RoomReport> Reports(Random chance, Pile pile) =>
    [
        .. pile.Exam.Roster.Rooms.Where(_ => chance.Next(2) == 0).Select(r => new RoomReport(
            r, chance.Next(4, 7), chance.Next(4, 7), chance.Next(0, 2), chance.Next(6, 9), chance.Next(4, 7), chance.Next(0, 2), 0, 1)),
    ];

    private static Dictionary<long, ImmutableArray<PageCorrection>> Corrections(Random chance, Pile pile, List<ArrivedPage> pages)
    {
        var all = new Dictionary<long, ImmutableArray<PageCorrection>>();
        foreach (var page in pages.Where(_ => chance.Next(8) == 0))
        {
            var people = pile.Exam.Roster.Participants;
            all[page.Page.Id.Row] = chance.Next(5) switch
            {
                0 => [new("identity", 0, people[chance.Next(people.Length)].Number)],
                1 => [new("jawaban", chance.Next(1, 6), "B")],
                2 => [new("paket", 0, "02"), new("kd_mapel", 0, "180")],
                3 => [new("page", 0, chance.Next(3) switch { 0 => "tidak-terpakai", 1 => "abaikan", _ => "pindai-ulang" })],
                _ => [new("identity", 0, chance.Next(1000, 9999).ToString(CultureInfo.InvariantCulture))],
            };
        }
        return all;
    }
}
