using System.IO.Compression;
using System.Text;
using Omr.Forms.Ljk;
using Omr.Service.Rosters;
using Omr.Service.Scoring;

namespace Omr.Service.Tests.Rosters;

/// <summary>Lists that come as Excel workbooks.</summary>
public class WorkbookTests
{
    private static readonly FormLimits Limits = FormLimits.Of([LjkForm.Make(60, 4)]);
    private static readonly string[] Header =
        [.. "nomor_peserta,nama,tgl_lahir,kd_kab,lokasi,ruang,kursi,kd_mapel".Split(',').Select(c => $"'{c}")];

    private readonly List<RowError> _errors = [];

    private List<Participant>? Read(byte[] bytes) => RosterFile.Rows(new("peserta.xlsx", bytes), Limits, _errors)?.ToList();

    private List<Participant>? Read(params string[] siti) => Read(new Workbook().Row(Header).Row(siti).ToBytes());

    private void Single(int row, string says)
    {
        var error = Assert.Single(_errors);
        Assert.Equal(row, error.Row);
        Assert.Contains(says, error.What.Indonesian, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'05-07-1975")]
    [InlineData("27580")] // 1975-01-01 is day 27395, and 5 July is 185 days later
    [InlineData("=DATE(1975,7,5)>05/07/1975")]
    public void A_roster_is_read_from_a_workbook_as_from_text(string date)
    {
        var person = Assert.Single(Read("'15051218020001", "'Siti Aminah, S.Pd.", date, "'12", "'001", "'003", "'01", "'180")!);
        Assert.Equal(
            new("15051218020001", "Siti Aminah, S.Pd.", new(1975, 7, 5), new("12", "001", "003"), "01", "180", "", 2), person);
        Assert.Empty(_errors);
    }

    [Fact]
    public void A_number_that_shows_just_what_it_is_may_be_an_identifier()
    {
        var person = Assert.Single(Read("15051218020001", "'Siti", "27580", "12", "1", "3", "4", "180")!);
        Assert.Equal(("15051218020001", new RoomId("12", "1", "3"), "4"), (person.Number, person.Room, person.Seat));
    }

    [Theory]
    [InlineData("1.5051218020001E13", "sudah diubah")]
    [InlineData("1505121802000100", "sudah diubah")]
    [InlineData("15051218020001.5", "sudah diubah")]
    [InlineData("-15051218020001", "sudah diubah")]
    [InlineData("#15051218020001", "tampil lain")]
    [InlineData("=A9", "rumus tanpa hasil")]
    [InlineData("!#N/A", "kesalahan rumus")]
    [InlineData("'1505121802\n0001", "pindah baris")]
    public void An_identifier_that_may_have_lost_digits_is_refused_with_its_row(string number, string says)
    {
        Assert.Empty(Read(number, "'Siti", "27580", "'12", "'001", "'003", "'01", "'180")!);
        Single(2, says);
    }

    [Fact]
    public void Zeros_that_a_room_only_shows_are_not_made_up()
    {
        Assert.Empty(Read("'15051218020001", "'Siti", "27580", "'12", "'001", "#3", "'01", "'180")!);
        Single(2, "ruang '3' tersimpan sebagai bilangan dan tampil lain");
    }

    [Fact]
    public void Blank_rows_are_passed_over_and_unknown_columns_are_nobodys_business()
    {
        var bytes = new Workbook().Row().Row([.. Header, "'umur"]).Row("", "")
            .Row("'15051218020001", "'Siti", "27580", "'12", "'001", "'003", "'01", "'180", "!#N/A").ToBytes();
        Assert.Equal(4, Assert.Single(Read(bytes)!).Row);
    }

    [Fact]
    public void A_cell_beyond_the_header_is_an_error()
    {
        Assert.Empty(Read("'15051218020001", "'Siti", "27580", "'12", "'001", "'003", "'01", "'180", "'sisa")!);
        Single(2, "di kanan kolom terakhir");
    }

    [Fact]
    public void A_key_in_a_workbook_keeps_the_weight_that_was_typed()
    {
        var bytes = new Workbook().Row("'kd_mapel", "'paket", "'butir", "'kunci", "'ranah", "'kebijakan", "'bobot")
            .Row("'180", "'01", "1", "'A", "'P", "", "1.1000000000000001").Row("180", "1", "2", "'b", "'F", "", "").ToBytes();
        var key = AnswerKeyFile.Read(new("kunci.xlsx", bytes), Limits, ScoreWeights.National, KeyErrors.WithoutValues, _errors)!;
        Assert.Equal([1.1m, 1m], Assert.Single(key.Packages).Items.Select(i => i.Weight));
    }

    [Fact]
    public void Dates_counted_from_1904_are_refused()
    {
        Assert.Null(Read(new Workbook { CountsFrom1904 = true }.Row(Header).ToBytes()));
        Single(0, "1904");
    }

    [Fact]
    public void A_workbook_that_unpacks_to_too_much_is_refused_in_one_line()
    {
        var bomb = new Workbook { Padding = 129 }.Row(Header).ToBytes();
        Assert.True(bomb.Length < 2 << 20);
        Assert.Null(Read(bomb));
        Single(0, "terlalu besar");
    }

    [Fact]
    public void A_workbook_that_lies_about_its_size_is_cut_off_there()
    {
        var bytes = new Workbook { Padding = 200, Sheet = "" }.ToBytes();
        Replace(bytes, BitConverter.GetBytes(200 << 20), BitConverter.GetBytes(1000));
        Assert.Null(Read(bytes));
        Single(0, "rusak");
    }

    [Fact]
    public void Rows_beyond_what_a_province_has_are_refused()
    {
        var rows = new StringBuilder("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row>");
        foreach (var column in (string[])["nomor_peserta", "hadir"])
            rows.Append($"<c t=\"inlineStr\"><is><t>{column}</t></is></c>");
        rows.Append("</row>");
        for (var i = 0; i <= 200_000; i++)
            rows.Append("<row><c><v>1</v></c></row>");
        var bytes = new Workbook { Sheet = rows.Append("</sheetData></worksheet>").ToString() }.ToBytes();
        Assert.Null(AttendanceFile.Rows(new("hadir.xlsx", bytes), _ => null, _errors));
        Single(0, "200000 baris");
    }

    [Theory]
    [InlineData("<worksheet")]
    [InlineData("<!DOCTYPE x [<!ENTITY e \"eeee\">]><worksheet><row><c><v>&e;</v></c></row></worksheet>")]
    [InlineData("<worksheet><row><c r=\"A1\" t=\"s\"><v>77</v></c></row></worksheet>")]
    [InlineData("<worksheet><row r=\"x\"/></worksheet>")]
    public void A_damaged_workbook_is_one_clear_line(string sheet)
    {
        Assert.Null(Read(new Workbook { Sheet = sheet }.ToBytes()));
        Single(0, "rusak");
    }

    [Fact]
    public void A_zip_that_is_no_workbook_is_one_clear_line()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            zip.CreateEntry("foto.jpg");
        Assert.Null(Read(bytes.ToArray()));
        Single(0, "rusak");
    }

    private static void Replace(byte[] bytes, byte[] old, byte[] by)
    {
        var found = 0;
        for (int at; (at = bytes.AsSpan().IndexOf(old)) >= 0; found++)
            by.CopyTo(bytes, at);
        Assert.True(found > 0);
    }
}
