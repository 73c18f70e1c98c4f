using System.Globalization;
using System.Text;
using Omr.Forms;
using Omr.Service.Rosters;
using Omr.Simulator;
using Omr.Simulator.Planning;
using Omr.Simulator.Profiles;

namespace Omr.Service.Rehearsal;

/// <summary>
/// Two more rooms of the rehearsal's lokasi, filled by everyday hands on everyday paper: so the pages of the demo, and their tests,
/// have something to verify, and scores that spread. Everybody's ability and every item's difficulty are fixed numbers; nothing else is random.
/// </summary>
internal static class RehearsalHall
{
    private const int Items = 100;
    private const string Options = "ABCDE";
    private const ulong Seed = 20151209;

    // Behind those of the first room: no two papers have one serial.
    private const int FirstSerial = 100;

    // Seats of rooms 004 and 005.
    private static readonly (string Room, int Seats)[] Rooms = [("004", 20), ("005", 16)];

    private static readonly string[] FirstNames =
        ["Ahmad", "Siti", "Budi", "Dewi", "Eko", "Fitri", "Hadi", "Indah", "Joko", "Kartika", "Lukman", "Maya", "Nur", "Rina", "Slamet", "Tri", "Umi", "Wahyu"];

    private static readonly string[] LastNames = ["Santoso", "Rahayu", "Hidayat", "Lestari", "Nugroho", "Wulandari", "Prasetyo", "Handayani", "Setiadi", "Maulida"];

    /// <summary>The roster of all three rooms: who isn't in a new roster is no participant any more.</summary>
    public static byte[] Roster() => Csv(
        string.Join('\n', Encoding.UTF8.GetString(RehearsalRoom.File("peserta.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select((line, i) => line + (i == 0 ? ",paket" : ","))),
        p => $"{p.Number},{p.Name},{p.BirthDate:dd-MM-yyyy},12,001,{p.Room.Ruang},{p.Seat},180,{p.Package}");

    /// <summary>Their attendance list: everybody is there but the last of room 005.</summary>
    public static byte[] Attendance() => Csv("nomor_peserta,hadir", p => $"{p.Number},{(IsAbsent(p) ? "TH" : "H")}");

    /// <summary>The folders of the rooms with the plans of their sheets.</summary>
    public static IEnumerable<(RoomId Room, SimulationSettings Settings, IReadOnlyList<SheetPlan> Plans)> Envelopes(int jobs)
    {
        foreach (var room in People().GroupBy(p => p.Room))
        {
            var settings = new SimulationSettings(RehearsalRoom.Template, SimulationProfile.Normal, Seed + (ulong)room.Key.Ruang[^1], Jobs: jobs);
            var planner = new SheetPlanner(settings.Template, settings.Profile, settings.Seed);
            yield return (room.Key, settings,
                [.. room.Where(p => !IsAbsent(p)).Select((p, i) => Plan(planner, p, i))]);
        }
    }

    private static SheetPlan Plan(SheetPlanner planner, Participant p, int index)
    {
        var place = $"{p.Room} kursi {p.Seat}";
        return planner.Personal(index, new(p.Number, p.Name, p.BirthDate, p.Subject, p.Package, place), Answers(p))
            with { Sheet = PrintedSheet.Personal((FirstSerial + p.Row).ToString("D8", CultureInfo.InvariantCulture), new(p.Number, p.Name, place, p.Subject)) };
    }

    private static bool IsAbsent(Participant p) => p.Row == Rooms.Sum(r => r.Seats);

    private static IEnumerable<Participant> People()
    {
        var row = 0;
        foreach (var (room, seats) in Rooms)
        {
            for (var seat = 1; seat <= seats; seat++)
            {
                row++;
                yield return new(
                    string.Create(CultureInfo.InvariantCulture, $"1505121802{100 + row:D4}"),
                    $"{FirstNames[row * 7 % FirstNames.Length]} {LastNames[row * 3 % LastNames.Length]}",
                    new DateOnly(1968, 1, 15).AddDays(row * 211),
                    new("12", "001", room), seat.ToString("D2", CultureInfo.InvariantCulture), "180", row % 2 == 1 ? "01" : "02", row);
            }
        }
    }

    // An item is right where ability exceeds difficulty, both spread evenly; otherwise one of the next options is taken.
    private static IReadOnlyList<string> Answers(Participant p) =>
    [
        .. Enumerable.Range(0, Items).Select(item =>
        {
            var ability = 0.25 + (0.7 * Spread(p.Row, 0));
            var key = p.Package == "01" ? item % Options.Length : Options.Length - 1 - (item % Options.Length);
            var isRight = (0.65 * ability) + (0.35 * Spread(p.Row, item + 1)) > 0.15 + (0.7 * Spread(0, item + 1));
            return Options[isRight ? key : (key + 1 + (int)(3 * Spread(item + 1, p.Row))) % Options.Length].ToString();
        }),
    ];

    // Even between 0 and 1: the golden ratio's multiples (Weyl), two of them mixed.
    private static double Spread(int one, int other) => ((one * 0.6180339887498949) + (other * 0.7548776662466927)) % 1;

    private static byte[] Csv(string head, Func<Participant, string> row) =>
        Encoding.UTF8.GetBytes(string.Join('\n', People().Select(p => FormattableString.Invariant($"{row(p)}")).Prepend(head)) + "\n");
}
