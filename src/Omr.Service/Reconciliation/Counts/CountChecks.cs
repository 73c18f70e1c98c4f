using System.Collections.Immutable;

namespace Omr.Service.Reconciliation.Counts;

/// <summary>What must agree in a room before its envelope is sealed (DOMAIN.md section 3: E1 to E4 and E7).</summary>
public static class CountChecks
{
    /// <summary>Name of the count of the roster; known, never typed.</summary>
    public const string OfRoster = "daftarPeserta";

    /// <summary>Name of the count of the attendance list, where it names everybody; known, never typed.</summary>
    public const string OfAttendance = "daftarHadir";

    /// <summary>All of them, in the order in which one counts.</summary>
    public static ImmutableArray<CountCheck> All { get; } =
    [
        new("E1", new("Terdaftar = daftar peserta", "Registered = roster"), ["terdaftar"], [OfRoster],
            new("Terdaftar kurang {n} dari daftar peserta: bandingkan dengan daftar peserta ruang.", "Registered is {n} short of the roster: compare with the room's list."),
            new("Terdaftar lebih {n} dari daftar peserta: bandingkan dengan daftar peserta ruang.", "Registered is {n} more than the roster: compare with the room's list.")),
        new("E1", new("Terdaftar = hadir + tidak hadir", "Registered = present + absent"), ["terdaftar"], ["hadir", "tidakHadir"],
            new("Hadir + tidak hadir lebih {n}: ada yang tercatat dua kali atau tidak terdaftar. Periksa daftar hadir.", "Present + absent is {n} too many: somebody is noted twice or isn't registered. Check the attendance list."),
            new("Hadir + tidak hadir kurang {n}: ada nama yang belum ditandai. Lengkapi daftar hadir.", "Present + absent is {n} too few: a name isn't marked yet. Complete the attendance list.")),
        new("E2", new("Hadir = daftar hadir", "Present = attendance list"), ["hadir"], [OfAttendance],
            new("Hadir kurang {n} dari daftar hadir: hitung ulang tanda tangan pada daftar hadir.", "Present is {n} short of the attendance list: count its signatures again."),
            new("Hadir lebih {n} dari daftar hadir: hitung ulang tanda tangan pada daftar hadir.", "Present is {n} more than the attendance list: count its signatures again.")),
        new("E3", new("LJK hitungan 1 = hadir", "First count of sheets = present"), ["ljkTerkumpul"], ["hadir"],
            new("LJK kurang {n}: cari di map, meja dan lantai sebelum peserta pulang.", "{n} sheets are missing: look in folders, on tables and floor before participants leave."),
            new("LJK lebih {n}: cari LJK cadangan kosong yang ikut terkumpul, atau peserta yang belum tercatat hadir.", "{n} sheets too many: look for a blank spare among them, or somebody present who isn't noted.")),
        new("E4", new("LJK hitungan 2 = hitungan 1", "Second count = first count"), ["hitunganKedua"], ["ljkTerkumpul"],
            new("Hitungan 2 kurang {n}: hitung ulang isi amplop bersama Korlok sebelum dilem.", "The second count is {n} less: count the envelope again with the Korlok before it is glued."),
            new("Hitungan 2 lebih {n}: hitung ulang isi amplop bersama Korlok sebelum dilem.", "The second count is {n} more: count the envelope again with the Korlok before it is glued.")),
        new("E7", new("LJK diterima = hitungan 1 + rusak + sisa", "Received = first count + damaged + unused"), ["ljkDiterima"], ["ljkTerkumpul", "rusak", "sisa"],
            new("Terkumpul + rusak + sisa lebih {n} dari yang diterima: hitung ulang sisa dan rusak, cocokkan dengan tanda terima.", "Collected + damaged + unused is {n} more than received: count those again, compare with the receipt."),
            new("{n} LJK yang diterima belum terhitung: cari LJK kosong, rusak dan cadangan.", "{n} sheets received aren't counted: look for blank, damaged and spare ones.")),
        new("E7", new("Cadangan terpakai ≤ cadangan diterima", "Spares used ≤ spares received"), ["cadanganTerpakai"], ["cadanganDiterima"],
            Wording.None,
            new("Cadangan terpakai lebih {n} dari yang diterima: cocokkan nomor seri LJK cadangan.", "{n} more spares used than received: compare the spares' serial numbers."), IsLimit: true),
    ];

    /// <summary>The counts that must be typed before anything is sealed.</summary>
    public static ImmutableArray<string> Needed { get; } =
        [.. All.SelectMany(c => c.Left.Concat(c.Right)).Where(n => n is not (OfRoster or OfAttendance)).Distinct()];
}
