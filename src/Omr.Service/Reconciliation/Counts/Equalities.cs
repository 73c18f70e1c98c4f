using System.Collections.Immutable;
using System.Globalization;
using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation.Counts;

/// <summary>
/// The equalities of DOMAIN.md section 3, for a room or for many: a sum only holds when it holds in every room, for two
/// wrong rooms may make a right sum.
/// </summary>
internal static class Equalities
{
    private const int MostNamed = 5;

    private static Wording Recount { get; } = new("Hitung ulang isi amplop.", "Count the envelope again.");

    private static Wording AskReport { get; } = new(
        "Bandingkan kedua rangkap berita acara, lalu perbaiki isian.", "Compare both copies of the minutes, then correct the entry.");

    private static Wording CountBooklets { get; } = new(
        "Naskah adalah dokumen rahasia: cari sekarang, cocokkan dengan BA pemusnahan.",
        "Booklets are secret: look for them now, compare with the minutes of their destruction.");

    private static Wording SeeFindings { get; } = new("Selesaikan temuan ruang itu.", "Deal with the room's findings.");

    /// <summary>All of them.</summary>
    public static ImmutableArray<EqualityRule> Rules { get; } =
    [
        new("E1", new("terdaftar", "registered"), r => r.Listed == 0 ? null : r.Registered,
            new("H + TH pada daftar hadir", "H + TH on the attendance list"), r => r.Listed == 0 ? null : r.Listed,
            new("Lengkapi daftar hadir.", "Complete the attendance list.")),
        new("E1", new("terdaftar", "registered"), r => r.Registered,
            new("terdaftar menurut BA", "registered by the minutes"), r => r.Report.Registered, AskReport, Finding: "D21"),
        new("E1", new("terdaftar menurut BA", "registered by the minutes"), r => r.Report.Registered,
            new("hadir + tidak hadir menurut BA", "present + absent by the minutes"), r => r.Report.Present + r.Report.Absent, AskReport,
            Finding: "D21"),
        new("E2", new("hadir pada daftar hadir", "present on the attendance list"), PresentOf,
            new("hadir menurut BA", "present by the minutes"), r => r.Report.Present, AskReport, Finding: "D21"),
        new("E3", new("LJK terkumpul menurut BA", "sheets collected by the minutes"), r => r.Report.Collected,
            new("hadir pada daftar hadir", "present on the attendance list"), PresentOf, Recount, Finding: "D21"),
        new("E4", new("LJK terkumpul menurut BA", "sheets collected by the minutes"), r => r.Report.Collected,
            new("hitungan kedua bersama Korlok", "second count with the Korlok"), r => r.Report.Recounted, Recount, Finding: "D21"),
        new("E4", new("LJK terkumpul menurut BA", "sheets collected by the minutes"), r => r.Report.Collected,
            new("lembar terpindai", "sheets scanned"), r => r.HasArrived ? r.Sheets : null, Recount),
        new("E5", new("nomor berbeda pada LJK", "different numbers on sheets"), r => r.HasArrived ? r.Numbers : null,
            new("lembar bernomor", "sheets with a number"), r => r.HasArrived ? r.Numbered : null,
            new("Ada nomor dobel.", "A number is on several sheets.")),
        new("E5", new("lembar bernomor", "sheets with a number"), r => r.HasArrived ? r.Numbered : null,
            new("hadir pada daftar hadir", "present on the attendance list"), PresentOf, SeeFindings),
        new("E6", new("hadir yang punya LJK", "present with a sheet"), r => r.HasArrived && r.IsListed ? r.PresentWithSheet : null,
            new("hadir atau punya LJK", "present or with a sheet"),
            r => r.HasArrived && r.IsListed ? r.Present + r.Numbers - r.PresentWithSheet : null, SeeFindings),
        new("E7", new("LJK diterima menurut BA", "sheets received by the minutes"), r => r.Report.Received,
            new("terkumpul + rusak + sisa", "collected + damaged + unused"),
            r => r.Report.Collected + r.Report.Damaged + r.Report.Unused, AskReport, Finding: "D21"),
        new("E7", new("cadangan terpakai menurut BA", "spares used by the minutes"), r => r.Report.SparesUsed,
            new("LJK cadangan terpindai", "spares scanned"), r => r.HasArrived ? r.Spares : null,
            new("Cari LJK cadangan yang terpakai.", "Look for the spares that were used."), Finding: "D15"),
        new("E8", new("naskah diterima menurut BA", "booklets received by the minutes"), r => r.Report.Booklets.Received,
            new("terpakai + rusak + sisa", "used + damaged + unused"),
            r => r.Report.Booklets.Used + r.Report.Booklets.Damaged + r.Report.Booklets.Unused, CountBooklets, Finding: "E8"),
        new("E8", new("naskah diterima menurut BA", "booklets received by the minutes"), r => r.Report.Booklets.Received,
            new("naskah dimusnahkan", "booklets destroyed"), r => r.Report.Booklets.Destroyed, CountBooklets, Finding: "E8"),
        new("E9", new("amplop diterima", "envelopes received"), r => r.HasArrived ? 1 : 0,
            new("ruang", "rooms"), _ => 1, new("Tanyakan amplopnya ke Korkab.", "Ask the Korkab for the envelope.")),
        new("E10", new("hadir", "present"), PresentOf,
            new("hadir yang punya LJK", "present with a sheet"), r => r.HasArrived ? r.PresentWithSheet : null, SeeFindings),
        new("E10", new("terdaftar", "registered"), r => r.Waiting > 0 ? null : r.Registered,
            new("dinilai + tidak dinilai menurut status", "scored + not scored by status"),
            r => r.Waiting > 0 ? null : r.Statuses.Values.Sum(), SeeFindings),
        new("E11", new("LJK menurut mapelnya", "sheets by their subject"), r => r.HasArrived ? r.NamesSubject : null,
            new("LJK menurut ruang", "sheets by room"), r => r.HasArrived ? r.Numbered : null,
            new("Ada mapel lain pada LJK (D11).", "A sheet names another subject (D11).")),
        new("E12", new("LJK paket yang paling menyimpang", "sheets of the package farthest from plan"), r => r.PackageRead,
            new("rencananya", "its plan"), r => r.PackagePlanned,
            new("Periksa pembagian paket dengan denah.", "Check the packages against the seat plan."), Tolerance: 1, IsInfo: true),
    ];

    /// <summary>The equalities of these rooms together.</summary>
    public static ImmutableArray<Equality> Of(Level level, IReadOnlyCollection<RoomCounts> rooms) =>
        [.. Rules.Select(rule => Of(rule, level, rooms))];

    private static Equality Of(EqualityRule rule, Level level, IReadOnlyCollection<RoomCounts> rooms)
    {
        // One pass: a province has thousands of rooms.
        var (known, leftSum, rightSum) = (0, 0, 0);
        var off = new List<(RoomId Room, int Difference)>();
        foreach (var room in rooms)
        {
            if (rule.LeftOf(room) is not { } one || rule.RightOf(room) is not { } other)
                continue;
            (known, leftSum, rightSum) = (known + 1, leftSum + one, rightSum + other);
            if (rule.StateOf(one - other) == EqualityState.Off)
                off.Add((room.Room, one - other));
        }

        var unknown = rooms.Count - known;
        var state = off.Count > 0 ? EqualityState.Off : unknown > 0 || rooms.Count == 0 ? EqualityState.Unknown : EqualityState.Holds;
        int? left = known == 0 ? null : leftSum;
        int? right = known == 0 ? null : rightSum;
        var todo = Todo(rule, state, off, unknown, rooms.Count);
        return new(
            rule.Code, level, new(rule.Left, left), new(rule.Right, right), state, Say(rule, state, left, right, todo, rooms.Count), rule.IsInfo)
        {
            Todo = todo,
        };
    }

    private static Wording Say(EqualityRule rule, EqualityState state, int? left, int? right, Wording todo, int rooms)
    {
        var head = new Wording(
            $"{rule.Left.Indonesian} {Number(left)}, {rule.Right.Indonesian} {Number(right)}",
            $"{rule.Left.English} {Number(left)}, {rule.Right.English} {Number(right)}");
        return state switch
        {
            EqualityState.Holds => new($"Cocok: {head.Indonesian}.", $"Agrees: {head.English}."),
            EqualityState.Unknown => new Wording($"Belum diketahui: {head.Indonesian}.", $"Not known yet: {head.English}.") + todo,
            _ when rooms == 1 => new Wording(
                $"{head.Indonesian}, selisih {Signed(left!.Value - right!.Value)}.", $"{head.English}, off by {Signed(left.Value - right.Value)}.") + todo,
            _ => new($"{head.Indonesian}, {todo.Indonesian}", $"{head.English}, {todo.English}"),
        };
    }

    private static Wording Todo(EqualityRule rule, EqualityState state, List<(RoomId Room, int Difference)> off, int unknown, int rooms)
    {
        var rest = unknown == 0 || rooms == 1
            ? Wording.None
            : new Wording($"Belum diketahui di {unknown} dari {rooms} ruang.", $"Not known yet in {unknown} of {rooms} rooms.");
        if (state == EqualityState.Holds)
            return Wording.None;
        if (state == EqualityState.Unknown)
            return rest;
        var named = string.Join("; ", off.OrderBy(r => r.Room).Take(MostNamed).Select(r => $"{r.Room} ({Signed(r.Difference)})"))
            + (off.Count > MostNamed ? "; ..." : "");
        var where = rooms == 1
            ? Wording.None
            : new Wording($"{off.Count} ruang tidak cocok: {named}.", $"{off.Count} rooms don't agree: {named}.");
        return where + rest + rule.Todo;
    }

    private static int? PresentOf(RoomCounts room) => room.IsListed ? room.Present : null;

    private static string Number(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "?";

    private static string Signed(int difference) => difference.ToString("+0;-0;0", CultureInfo.InvariantCulture);
}
