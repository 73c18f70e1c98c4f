using System.Collections.Immutable;

namespace Omr.Service.Web.Lists;

/// <summary>A list that people bring in as a file.</summary>
/// <param name="Id">Names its parts on the page.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Call">Where its file goes.</param>
/// <param name="Template">Asset with nothing but its header.</param>
/// <param name="MayReplace">Whether a file may stand for the whole list.</param>
/// <param name="Columns">Its columns.</param>
public sealed record ListKind(string Id, Wording Title, string Call, string Template, bool MayReplace, ImmutableArray<ListColumn> Columns)
{
    /// <summary>Who is registered.</summary>
    public static ListKind Roster { get; } = new(
        "peserta", new("Daftar peserta", "Roster"), "/api/v1/roster", "peserta.csv", MayReplace: true,
        [
            new("nomor_peserta", new("sebanyak kotak di LJK; tiap nomor satu kali", "as many digits as the sheet has boxes; each number once"), "15051218020001"),
            new("nama", new("nama lengkap", "full name"), "Siti Aminah"),
            new("tgl_lahir", new("tanggal-bulan-tahun", "day-month-year"), "05-07-1975"),
            new("kd_kab", new("kode kab/kota", "code of the district"), "12"),
            new("lokasi", new("kode lokasi ujian", "code of the location"), "001"),
            new("ruang", new("kode ruang", "code of the room"), "003"),
            new("kursi", new("nomor kursi; isinya boleh kosong", "seat; may be empty"), "01"),
            new("kd_mapel", new("kode mata pelajaran", "code of the subject"), "180"),
            new("paket", new("paket soal, bila sudah ditentukan", "test package, if assigned"), "01", MayLack: true),
        ]);

    /// <summary>Who came.</summary>
    public static ListKind Attendance { get; } = new(
        "hadir", new("Daftar hadir", "Attendance list"), "/api/v1/attendance", "hadir.csv", MayReplace: false,
        [
            new("nomor_peserta", new("seperti di daftar peserta", "as the roster has it"), "15051218020001"),
            new("hadir", new("H hadir, TH tidak hadir", "H present, TH absent"), "H"),
            new("kejadian", new("dari berita acara: BT batal, DT ditahan, atau kosong", "from the minutes: BT cancelled, DT held, or empty"), "", MayLack: true),
        ]);
}
