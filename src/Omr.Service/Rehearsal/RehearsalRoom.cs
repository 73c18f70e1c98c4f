using System.Collections.Immutable;
using System.Globalization;
using Omr.Engine.Template;
using Omr.Forms;
using Omr.Forms.Ljk;
using Omr.Service.Rosters;
using Omr.Simulator;
using Omr.Simulator.Planning;
using Omr.Simulator.Profiles;

namespace Omr.Service.Rehearsal;

/// <summary>
/// The room of 24 with planted trouble: its lists, its envelope, and what must come out, worked out by hand
/// (fixtures/rehearsal-room-24/WORKED.md). Missing from the envelope are seat 5 (absent) and seat 20 (sheet lost).
/// </summary>
internal static class RehearsalRoom
{
    /// <summary>Spares printed for the room; their serials follow those of the 24 seats.</summary>
    public const int Spares = 3;

    private const int Seats = 24;
    private const int WrongSerialDigit = 57;
    private const int DoubleItem = 70;

    /// <summary>The form that is used.</summary>
    public static FormTemplate Template { get; } = LjkForm.All[0];

    /// <summary>The room.</summary>
    public static RoomId Room { get; } = new("12", "001", "003");

    /// <summary>The sheets as they lie in the envelope, in the order of their numbers.</summary>
    public static ImmutableArray<RehearsalSheet> Envelope { get; } =
    [
        new(1, 30, 65, 0),
        new(2, 24, 30, 0, Trouble: Trouble.DoubleAnswer),
        new(3, 25, 50, 5, Trouble: Trouble.UpsideDown),
        new(4, 20, 40, 10),
        new(6, 27, 63, 2),
        new(7, 21, 42, 10),
        new(8, 20, 20, 0, Trouble: Trouble.Absent),
        new(9, 15, 35, 0),
        new(10, 12, 28, 0),
        new(11, 26, 44, 0),
        new(11, 27, 46, 0, Spare: 25, Trouble.SameNumber),
        new(12, 22, 49, 6),
        new(13, 10, 8, 20),
        new(14, 19, 36, 4, Spare: 26),
        new(15, 30, 70, 0),
        new(16, 30, 69, 1),
        new(17, 23, 51, 0, Spare: 27, Trouble.UnknownNumber),
        new(18, 9, 14, 25),
        new(19, 5, 21, 0),
        new(21, 18, 30, 7),
        new(22, 0, 0, 0, Trouble: Trouble.Blank),
        new(23, 28, 56, 3, Trouble: Trouble.TornCorner),
        new(24, 16, 45, 8),
    ];

    /// <summary>A file of the room's: peserta.csv, hadir.csv, kunci.csv; what must come out: nilai.csv, temuan.csv.</summary>
    public static byte[] File(string name)
    {
        using var stream = typeof(RehearsalRoom).Assembly.GetManifestResourceStream($"rehearsal/{name}")
            ?? throw new ArgumentException($"The rehearsal has no file {name}.", nameof(name));
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>How the envelope is filled and scanned: as the instructions ask, so that only the planted trouble happens.</summary>
    public static SimulationSettings Settings(int jobs) =>
        new(Template, SimulationProfile.Clean with { Marks = new(Blank: 0) }, Jobs: jobs);

    /// <summary>What the printer gives the room: a sheet for each seat, then the spares.</summary>
    public static IReadOnlyList<PrintedSheet> Printed(Roster roster) =>
    [
        .. roster.Participants.Select((p, i) => PrintedSheet.Personal(Serial(i + 1), Person(p))),
        .. Enumerable.Range(Seats + 1, Spares).Select(n => PrintedSheet.Spare(Serial(n))),
    ];

    /// <summary>The plan of each sheet in the envelope.</summary>
    public static IReadOnlyList<SheetPlan> Plans(Roster roster, SimulationSettings settings)
    {
        var planner = new SheetPlanner(settings.Template, settings.Profile, settings.Seed);
        var printed = Printed(roster);
        return
        [
            .. Envelope.Select((sheet, index) =>
                Plan(planner, printed, sheet, index, roster.Participants[sheet.Seat - 1])),
        ];
    }

    private static SheetPlan Plan(
        SheetPlanner planner, IReadOnlyList<PrintedSheet> printed, RehearsalSheet sheet, int index, Participant owner)
    {
        var paper = printed[(sheet.Spare > 0 ? sheet.Spare : sheet.Seat) - 1];
        if (sheet.Trouble == Trouble.Blank)
            return planner.Empty(paper);
        var number = sheet.Trouble == Trouble.UnknownNumber
            ? owner.Number[..^2] + WrongSerialDigit.ToString(CultureInfo.InvariantCulture)
            : owner.Number;
        var writer = new SimulatedParticipant(
            number, owner.Name, owner.BirthDate, owner.Subject, sheet.Package, Placement(owner));
        var plan = planner.Personal(index, writer, sheet.Answers) with { Sheet = paper, Accidents = sheet.Accidents };
        return sheet.Trouble == Trouble.DoubleAnswer
            ? plan.With(new("jawaban", DoubleItem, MarkKind.Double, ["A", "C"]))
            : plan;
    }

    private static SheetPerson Person(Participant p) => new(p.Number, p.Name, Placement(p), p.Subject);

    private static string Placement(Participant p) => $"{p.Room} kursi {p.Seat}";

    private static string Serial(int number) => number.ToString("D8", CultureInfo.InvariantCulture);
}
