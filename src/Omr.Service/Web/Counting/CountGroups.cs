using System.Collections.Immutable;
using Omr.Service.Reconciliation.Counts;

namespace Omr.Service.Web.Counting;

/// <summary>What is counted in a room, in the order in which one counts; prefilled with what the lists say.</summary>
internal static class CountGroups
{
    private static readonly ImmutableArray<(Wording Title, ImmutableArray<(string Name, Wording Label, Wording Hint)> Fields)> Groups =
    [
        (new("Peserta", "Participants"),
        [
            ("terdaftar", new("Terdaftar", "Registered"), Wording.None),
            ("hadir", new("Hadir", "Present"), new("tanda tangan", "signatures")),
            ("tidakHadir", new("Tidak hadir", "Absent"), Wording.None),
        ]),
        (new("LJK di tangan", "Sheets in hand"),
        [
            ("ljkTerkumpul", new("Hitungan 1", "First count"), new("pengawas", "supervisor")),
            ("hitunganKedua", new("Hitungan 2", "Second count"), new("bersama Korlok", "with the Korlok")),
        ]),
        (new("LJK diterima dan sisanya", "Sheets received and left over"),
        [
            ("ljkDiterima", new("Diterima", "Received"), new("utama + cadangan", "with spares")),
            ("cadanganDiterima", new("Cadangan diterima", "Spares received"), Wording.None),
            ("cadanganTerpakai", new("Cadangan terpakai", "Spares used"), Wording.None),
            ("rusak", new("Rusak", "Damaged"), new("diganti cadangan", "replaced")),
            ("sisa", new("Sisa kosong", "Unused"), new("termasuk cadangan", "with spares")),
        ]),
    ];

    private static readonly (Wording Title, ImmutableArray<(string Name, Wording Label, Wording Hint)> Fields) Booklets =
        (new("Naskah soal", "Question booklets"),
        [
            ("naskahDiterima", new("Diterima", "Received"), Wording.None),
            ("naskahTerpakai", new("Terpakai", "Used"), Wording.None),
            ("naskahRusak", new("Rusak", "Damaged"), Wording.None),
            ("naskahSisa", new("Sisa", "Unused"), Wording.None),
            ("naskahDimusnahkan", new("Dimusnahkan", "Destroyed"), new("di ruang", "in the room")),
        ]);

    /// <summary>All of them; the last are the booklets, which are never needed to seal the sheets.</summary>
    public static IReadOnlyList<CountGroup> Of(RoomTally tally) =>
        [.. Groups.Append(Booklets).Select(g => new CountGroup(g.Title, [.. g.Fields.Select(f => Of(tally, f.Name, f.Label, f.Hint))]))];

    private static CountField Of(RoomTally tally, string name, Wording label, Wording hint)
    {
        var stored = tally.Count(name);
        return new(name, label, hint, stored ?? Known(tally, name), stored);
    }

    // What the lists say is proposed; what only hands can count never is.
    private static int? Known(RoomTally tally, string name) => name switch
    {
        "terdaftar" => tally.Count(CountChecks.OfRoster),
        "hadir" => tally.Count(CountChecks.OfAttendance),
        "tidakHadir" => tally.Count(CountChecks.OfRoster) - tally.Count(CountChecks.OfAttendance),
        _ => null,
    };
}
