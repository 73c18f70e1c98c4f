using System.Text;
using Omr.Service.Exports;
using Omr.Service.Rosters;
using Omr.Service.Tests.Reconciliation;

namespace Omr.Service.Tests.Exports;

public sealed class ExportTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    [Fact]
    public void The_scores_have_the_columns_that_others_rely_on()
    {
        var report = new Pile().Room(Pile.RoomA, 1001, 2).Absent("1002").Sheet("1001", "A B A - A|B").Report;
        // P = 50, F = 100*1/3: N = 15 + 23.33
        Assert.Equal(
            """
            nomor_peserta,nama,kd_kab,lokasi,ruang,kd_mapel,paket,benar,salah,kosong,ganda,pedagogik,profesional,nilai,status
            1001,Peserta 1001,12,001,001,180,01,2,1,1,1,50.00,33.33,38.33,DN
            1002,Peserta 1002,12,001,001,180,,,,,,,,,TH

            """,
            Text(ReportCsv.Scores(report)));
    }

    [Fact]
    public void The_findings_have_the_columns_that_others_rely_on()
    {
        var report = new Pile().Room(Pile.RoomA, 1001, 1).Sheet("1001", turn: 180).Report;
        Assert.Equal(
            """
            kode,kd_kab,lokasi,ruang,nomor_peserta,file,page,uraian
            D22,12,001,001,1001,0001.jpg,1,Lembar terpindai terbalik; sudah diputar sendiri dan dibaca biasa.

            """,
            Text(ReportCsv.Findings(report, Language.Indonesian)));
        Assert.Contains(
            ",The sheet was scanned upside down; it was turned and read as usual.\n",
            Text(ReportCsv.Findings(report, Language.English)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Siti Aminah, S.Pd.", "\"Siti Aminah, S.Pd.\"")]
    [InlineData("Budi \"Bud\" Santoso", "\"Budi \"\"Bud\"\" Santoso\"")]
    [InlineData("=HYPERLINK(1)", "\"'=HYPERLINK(1)\"")]
    [InlineData("+62 812", "\"'+62 812\"")]
    [InlineData("-Budi", "\"'-Budi\"")]
    [InlineData("@Budi", "\"'@Budi\"")]
    public void A_name_is_quoted_and_never_a_formula(string name, string cell)
    {
        var report = new Pile().Room(Pile.RoomA, 1001, 1).Sheets("1001").Report;
        var named = report with
        {
            Results = [.. report.Results.Select(r => r with { Participant = r.Participant with { Name = name } })],
        };
        Assert.Contains($"\n1001,{cell},12,", Text(ReportCsv.Scores(named)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_balances_line_by_line()
    {
        var report = new Pile().Room(Pile.RoomA, 1001, 5).Absent("1005")
            .Sheets("1001").SameFileAgain().Sheets("1002", "1002", "1005", "7777").Refused().Report;
        Assert.Equal(
            [
                "ruang      1",
                "terdaftar  5 = hadir 4 + tidak hadir 1",
                "hadir      4 = LJK 2 + hilang 2",
                "halaman    7 = dibaca 5 + ditolak 1 + ganda 1",
                "dibaca     5 = LJK 2 + nomor dobel 1 + milik yang tidak hadir 1 + nomor tidak dikenal 1 + nomor tidak jelas 0 + tidak terpakai 0",
                "status     DN 1, DT 2, LH 2",
                "temuan     9, 8 perlu tindak lanjut: D02 1, D03 2, D04 1, D09 1, D10 2, D16 1, D22 1",
            ],
            SummaryText.Lines(report, Language.Indonesian));
    }

    [Fact]
    public void The_summary_warns_of_black_and_white_scans_and_only_of_them()
    {
        var report = new Pile().Room(Pile.RoomA, 1001, 3)
            .Sheet("1001", blackAndWhite: true).Sheet("1002").Sheet("1003", blackAndWhite: true).Report;
        Assert.Equal(
            "perhatian: 2 dari 3 halaman dipindai hitam-putih, arsiran tipis bisa hilang; pindai abu-abu",
            SummaryText.Lines(report, Language.Indonesian).Last());
        Assert.Equal(
            "note: 2 of 3 pages are black-and-white scans, faint marks may be missing; scan in grey",
            SummaryText.Lines(report, Language.English).Last());
    }

    [Fact]
    public void Files_that_belong_together_are_written_together()
    {
        var folder = Path.Combine(_folder.Path, "hasil", "baru");
        Assert.Null(FileSet.Write(folder, ("a.csv", "satu"u8.ToArray()), ("b.csv", "dua"u8.ToArray())));
        Assert.Null(FileSet.Write(folder, ("a.csv", "tiga"u8.ToArray()), ("b.csv", "empat"u8.ToArray())));
        Assert.Equal(["a.csv", "b.csv"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        Assert.Equal("tiga", File.ReadAllText(Path.Combine(folder, "a.csv")));
    }

    [Fact]
    public void If_one_file_cannot_be_written_the_other_stays_as_it_was()
    {
        var folder = _folder.Path;
        _folder.Write("a.csv", "lama");
        Directory.CreateDirectory(Path.Combine(folder, "b.csv", "isi"));
        var fault = FileSet.Write(folder, ("a.csv", "baru"u8.ToArray()), ("b.csv", "baru"u8.ToArray()));
        Assert.Contains("tidak dapat ditulis", fault!.Indonesian, StringComparison.Ordinal);
        Assert.Equal("lama", File.ReadAllText(Path.Combine(folder, "a.csv")));
        Assert.Equal(["a.csv"], Directory.GetFiles(folder).Select(Path.GetFileName));
    }

    [Fact]
    public void The_room_of_a_file_is_the_nearest_folder_of_a_rooms_name()
    {
        var roster = new Pile().Room(Pile.RoomA, 1001, 1).Room(Pile.RoomB, 2001, 1).Exam.Roster;
        var rooms = new Omr.Service.Runs.RoomFolder(roster);
        RoomId? Of(params string[] names) => rooms.Of(Path.Combine([_folder.Path, .. names]));
        Assert.Equal(Pile.RoomA, Of("12-001-001", "0001.jpg"));
        Assert.Equal(Pile.RoomB, Of("12-001-001", "12-001-002", "sisi-a", "0001.jpg"));
        Assert.Null(Of("2026-11-23", "0001.jpg"));
    }
}
