using System.Text;
using Omr.Forms.Ljk;
using Omr.Service.Rosters;
using Omr.Service.Runs;
using Omr.Service.Scoring;

namespace Omr.Service.Tests.Rosters;

/// <summary>What the three lists may look like, and what is said when they don't.</summary>
public sealed class ListTests : IDisposable
{
    private const string RosterHeader = "nomor_peserta,nama,tgl_lahir,kd_kab,lokasi,ruang,kursi,kd_mapel";
    private const string Siti = "15051218020001,Siti Aminah,05-07-1975,12,001,003,01,180";
    private const string Budi = "15051218020002,Budi Santoso,28-02-1980,12,001,003,02,180";
    private static readonly FormLimits Limits = FormLimits.Of([LjkForm.Make(60, 4)]);

    private readonly TempFolder _folder = new();
    private readonly List<RowError> _errors = [];

    public void Dispose() => _folder.Dispose();

    private Roster? ReadRoster(params string[] lines) => ReadRoster(string.Join('\n', lines));

    private Roster? ReadRoster(string text) => RosterFile.Read(_folder.Write("peserta.csv", text), Limits, _errors);

    private RowError Single(int row, string says)
    {
        var error = Assert.Single(_errors);
        Assert.Equal(row, error.Row);
        Assert.Contains(says, error.What.Indonesian, StringComparison.Ordinal);
        Assert.NotEqual("", error.What.English);
        return error;
    }

    [Fact]
    public void A_roster_is_read_with_its_zeros_in_front()
    {
        var person = Assert.Single(ReadRoster(RosterHeader, Siti)!.Participants);
        Assert.Equal(
            new("15051218020001", "Siti Aminah", new(1975, 7, 5), new("12", "001", "003"), "01", "180", "", 2), person);
    }

    [Theory]
    [InlineData(";", "\n", false)]
    [InlineData(";", "\r\n", true)]
    [InlineData(",", "\r\n", true)]
    public void Separator_line_ends_and_BOM_do_not_matter(string separator, string lineEnd, bool bom)
    {
        var text = string.Join(lineEnd, RosterHeader, Siti, Budi, "").Replace(",", separator, StringComparison.Ordinal);
        Assert.Equal(2, ReadRoster((bom ? "\uFEFF" : "") + text)!.Participants.Length);
    }

    [Fact]
    public void A_misspelt_column_is_named_beside_the_one_that_is_missing()
    {
        Assert.Null(ReadRoster(RosterHeader.Replace("nomor_peserta", "no_peserta", StringComparison.Ordinal), Siti));
        Single(1, "kolom tidak ada: nomor_peserta; ada kolom no_peserta yang tidak dikenal");
    }

    [Fact]
    public void A_list_on_one_line_hints_at_how_it_was_sent()
    {
        Assert.Null(ReadRoster(RosterHeader + Siti + Budi));
        Single(0, "--data-binary @berkas");
    }

    [Fact]
    public void Columns_may_stand_in_any_order_among_others()
    {
        var roster = ReadRoster(
            "KD_MAPEL,madrasah,nama,nomor_peserta,kursi,tgl_lahir,ruang,lokasi,kd_kab,paket",
            "180,MTsN 1,\"Siti Aminah, S.Pd.\",15051218020001,01,1975-07-05,003,001,12,2");
        var person = Assert.Single(roster!.Participants);
        Assert.Equal(("Siti Aminah, S.Pd.", "02"), (person.Name, person.Package));
    }

    [Fact]
    public void Blank_lines_are_passed_over_but_counted()
    {
        Assert.Null(ReadRoster(RosterHeader, "", Siti, ",,,,,,,", Siti));
        Single(5, "sudah ada pada baris 3");
    }

    [Theory]
    [InlineData("05-07-1975")]
    [InlineData("5-7-1975")]
    [InlineData("05/07/1975")]
    [InlineData("1975-07-05")]
    [InlineData("27580")] // a spreadsheet's day: 1975-01-01 is 27395, and 5 July is 185 days later
    public void Dates_of_birth_come_in_these_forms(string date)
    {
        var roster = ReadRoster(RosterHeader, Siti.Replace("05-07-1975", date, StringComparison.Ordinal));
        Assert.Equal(new DateOnly(1975, 7, 5), Assert.Single(roster!.Participants).BirthDate);
    }

    [Theory]
    [InlineData("050775")]
    [InlineData("31-02-1975")]
    [InlineData("07-15-1975")]
    [InlineData("05-07-75")]
    [InlineData("05-07-1875")]
    [InlineData("2758O")]
    public void Other_dates_are_refused_with_their_row(string date)
    {
        Assert.Null(ReadRoster(RosterHeader, Budi, Siti.Replace("05-07-1975", date, StringComparison.Ordinal)));
        Single(3, $"tgl_lahir '{date}'");
    }

    [Theory]
    [InlineData("\"1,50501E+13\"", "nomor_peserta '1,50501E+13' sudah diubah")]
    [InlineData("1,50501E+13", "nomor_peserta '1,50501E+13' sudah diubah")]
    [InlineData("1.50501E+13", "bilangan")]
    [InlineData("1505121802000", "13 angka, seharusnya 14")]
    [InlineData("15051218O20001", "selain angka")]
    [InlineData("", "nomor_peserta kosong")]
    public void A_number_that_a_spreadsheet_spoiled_is_refused(string number, string says)
    {
        Assert.Null(ReadRoster(RosterHeader, Siti.Replace("15051218020001", number, StringComparison.Ordinal)));
        Single(2, says);
    }

    [Fact]
    public void Everything_wrong_is_told_at_once()
    {
        Assert.Null(ReadRoster(
            RosterHeader,
            "1505,,x,,001,003,01,18",
            Siti,
            Siti));
        Assert.Equal([2, 2, 2, 2, 2, 4], _errors.Select(e => e.Row));
    }

    [Fact]
    public void A_missing_column_is_named()
    {
        Assert.Null(ReadRoster("nomor_peserta,nama,kd_kab,lokasi,ruang,kursi", "1,2,3,4,5,6"));
        var error = Single(1, "kolom tidak ada: tgl_lahir, kd_mapel");
        Assert.EndsWith("peserta.csv: baris 1: kolom tidak ada: tgl_lahir, kd_mapel", error.Line.Indonesian, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("15051218020001,Siti Aminah, S.Pd.,05-07-1975,12,001,003,01,180", "diapit tanda kutip")]
    [InlineData("15051218020001,Siti Aminah,05-07-1975,12", "terpotong")]
    [InlineData("15051218020001,\"Siti Aminah,05-07-1975,12,001,003,01,180", "tanda kutip tidak berpasangan")]
    [InlineData("15051218020001,\"Siti\" Aminah,05-07-1975,12,001,003,01,180", "tanda kutip tidak berpasangan")]
    public void A_row_that_does_not_fit_is_told_and_spoils_no_other(string row, string says)
    {
        Assert.Null(ReadRoster(RosterHeader, row, Budi));
        Single(2, says);
    }

    [Fact]
    public void What_is_no_UTF_8_text_is_refused()
    {
        string Says(byte[] bytes)
        {
            _errors.Clear();
            Assert.Null(RosterFile.Read(_folder.Write("peserta.csv", bytes), Limits, _errors));
            return Assert.Single(_errors).Line.Indonesian;
        }

        Assert.Contains("Excel", Says([.. "PK\u0003\u0004 workbook"u8]), StringComparison.Ordinal);
        Assert.Contains("UTF-16", Says([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(RosterHeader)]), StringComparison.Ordinal);
        Assert.Contains("baris 2: huruf bukan UTF-8", Says([.. "nama\nSiti "u8, 0xE9]), StringComparison.Ordinal);
        Assert.Contains("baris 3: ada bita NUL", Says("nama\nSiti\n\0"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("berkas kosong", Says([]), StringComparison.Ordinal);
        Assert.Contains("tidak ada baris data", Says(Encoding.UTF8.GetBytes(RosterHeader)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_is_not_there_is_one_clear_line()
    {
        Assert.Null(RosterFile.Read(Path.Combine(_folder.Path, "lain.csv"), Limits, _errors));
        Single(0, "berkas tidak ditemukan");
    }

    private System.Collections.Immutable.ImmutableDictionary<string, AttendanceEntry>? ReadAttendance(params string[] lines) =>
        AttendanceFile.Read(
            _folder.Write("hadir.csv", string.Join('\n', lines)), ReadRoster(RosterHeader, Siti, Budi)!, _errors);

    [Fact]
    public void An_attendance_list_says_who_came_and_what_the_minutes_noted()
    {
        var entries = ReadAttendance("nomor_peserta,hadir,kejadian", "15051218020001,h,BT", "15051218020002,TH,")!;
        Assert.Equal(new(true, Incident.Cancelled), entries["15051218020001"]);
        Assert.Equal(new(false, Incident.None), entries["15051218020002"]);
    }

    [Theory]
    [InlineData("15051218020001,H", "15051218020001,H", 3, "sudah ada pada baris 2")]
    [InlineData("15051218020001,H", "15051218020009,H", 3, "tidak ada di daftar peserta")]
    [InlineData("15051218020001,H", "15051218020002,hadir", 3, "bukan H atau TH")]
    [InlineData("15051218020001,H", "15051218020002,", 3, "bukan H atau TH")]
    public void A_wrong_attendance_row_is_told_with_its_row(string first, string second, int row, string says)
    {
        Assert.Null(ReadAttendance("nomor_peserta,hadir", first, second));
        Assert.Contains(_errors, e => e.Row == row && e.What.Indonesian.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void Everybody_registered_must_be_on_the_attendance_list()
    {
        Assert.Null(ReadAttendance("nomor_peserta,hadir", "15051218020001,H"));
        Single(0, "15051218020002 (ruang 12-001-003) tidak ada di daftar hadir");
    }

    private AnswerKey? ReadKey(params string[] lines) => AnswerKeyFile.Read(
        _folder.Write("kunci.csv", string.Join('\n', ["kd_mapel;paket;butir;kunci;ranah;kebijakan;bobot", .. lines])),
        Limits, ScoreWeights.National, _errors);

    [Fact]
    public void A_key_is_read_with_its_policies_and_weights()
    {
        var key = Assert.Single(ReadKey(
            "180;1;2;A|c;F;KUNCI_GANDA;1,5", "180;01;1;b;P;;", "180;01;3;;F;BONUS;", "180;01;4;A|B;F;BEST_OF;2.25")!.Packages);
        Assert.Equal(("180", "01", 4), (key.Subject, key.Package, key.Items.Length));
        Assert.Equal(["B"], key.Items[0].Options);
        Assert.Equal(["A", "C"], key.Items[1].Options);
        Assert.Equal(
            [(KeyPolicy.Normal, 1m), (KeyPolicy.SeveralKeys, 1.5m), (KeyPolicy.Bonus, 1m), (KeyPolicy.BestOf, 2.25m)],
            key.Items.Select(i => (i.Policy, i.Weight)));
    }

    [Theory]
    [InlineData("180;01;1;A;F;NORMAL;1", "butir 1 sudah ada pada baris 2")]
    [InlineData("180;01;2;E;F;NORMAL;1", "bukan pilihan di formulir")]
    [InlineData("180;01;61;A;F;NORMAL;1", "tidak ada di formulir (60 butir)")]
    [InlineData("180;01;x;A;F;NORMAL;1", "bukan nomor butir")]
    [InlineData("180;01;2;A;G;NORMAL;1", "bukan P atau F")]
    [InlineData("180;01;2;A;F;GRATIS;1", "kebijakan 'GRATIS' tidak dikenal")]
    [InlineData("180;01;2;A|B;F;NORMAL;1", "tidak cocok dengan kebijakan")]
    [InlineData("180;01;2;;F;NORMAL;1", "tidak cocok dengan kebijakan")]
    [InlineData("180;01;2;A;F;KUNCI_GANDA;1", "tidak cocok dengan kebijakan")]
    [InlineData("180;01;2;A|A;F;KUNCI_GANDA;1", "dua kali")]
    [InlineData("180;01;2;A|B|C;F;BEST_OF;1", "tidak cocok dengan kebijakan")]
    [InlineData("180;01;2;A;F;NORMAL;0", "bobot '0'")]
    [InlineData("180;01;2;A;F;NORMAL;-1", "bobot '-1'")]
    [InlineData("18;01;2;A;F;NORMAL;1", "kd_mapel '18'")]
    [InlineData("180;001;2;A;F;NORMAL;1", "paket '001'")]
    public void A_wrong_key_row_is_told_with_its_row(string row, string says)
    {
        Assert.Null(ReadKey("180;01;1;A;P;NORMAL;1", row));
        Single(3, says);
    }

    [Fact]
    public void A_key_with_gaps_names_the_missing_items()
    {
        Assert.Null(ReadKey("180;01;1;A;P;NORMAL;1", "180;01;3;A;F;NORMAL;1", "180;01;6;A;F;NORMAL;1"));
        Single(0, "mapel 180 paket 01: butir tidak ada: 2, 4, 5");
    }

    [Fact]
    public void A_package_with_fewer_items_than_its_sister_lacks_its_last()
    {
        Assert.Null(ReadKey(
            "180;01;1;A;P;NORMAL;1", "180;01;2;A;F;NORMAL;1", "180;01;3;A;F;NORMAL;1", "180;02;1;A;P;NORMAL;1", "180;02;2;A;F;NORMAL;1"));
        Single(0, "paket 02: hanya 2 butir, paket lain 3");
    }

    [Fact]
    public void A_ranah_that_lost_all_its_items_stops_the_run()
    {
        Assert.Null(ReadKey("180;01;1;A;P;ANULIR;1", "180;01;2;A;F;NORMAL;1"));
        Single(0, "ranah P tidak punya butir");
    }

    [Fact]
    public void A_subject_of_the_roster_without_a_key_stops_the_run()
    {
        var roster = _folder.Write("peserta.csv", $"{RosterHeader},paket\n{Siti},03\n{Budi[..^3]}154,\n");
        var attendance = _folder.Write("hadir.csv", "nomor_peserta,hadir\n15051218020001,H\n15051218020002,H\n");
        var key = _folder.Write(
            "kunci.csv", "kd_mapel,paket,butir,kunci,ranah,kebijakan\n180,01,1,A,P,NORMAL\n180,01,2,A,F,NORMAL\n");
        Assert.Null(ScoreInputs.Read(roster, attendance, key, [LjkForm.Make(60, 4)], ScoreWeights.National, _errors));
        Assert.Equal(
            [(2, "paket 03 mapel 180 tidak ada di kunci"), (0, "mapel 154 tidak punya kunci, padahal 1 peserta terdaftar (baris 3 daftar peserta)")],
            _errors.Select(e => (e.Row, e.What.Indonesian)).OrderByDescending(e => e.Row));
    }
}
