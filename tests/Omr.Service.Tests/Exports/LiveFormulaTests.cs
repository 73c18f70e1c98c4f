using System.Text;
using Omr.Forms.Ljk;
using Omr.Service.Exports;
using Omr.Service.Rosters;
using Omr.Service.Tests.Cli;

namespace Omr.Service.Tests.Exports;

/// <summary>A text from outside never comes to life in the spreadsheet that opens a list of ours, and is the same when we read it again.</summary>
public class LiveFormulaTests
{
    private static readonly FormLimits Limits = FormLimits.Of([LjkForm.Make(60, 4)]);

    public static TheoryData<string> Names =>
    [
        "=1+1", "+62 812", "-Budi", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "'=1", "''=1", "'Aisyah", "''", "Budi;=1+1", "Budi;'=1", ";;=x", "x=1", "a-b", "\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20x",
        "Siti Aminah, S.Pd.", "\"=1\"", "=", "-", "Budi; -", "D'Ayu", "=cmd|' /C calc'!A0", "a;=b;+c;-d;@e", "=\u00e9",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_cell_is_a_formula_however_the_spreadsheet_splits_the_line_and_our_own_import_reads_it_as_it_was(string name)
    {
        var row = new[] { "15051218020001", name, "05-07-1975", "12", "001", "003", "01", "180" };
        var text = Encoding.UTF8.GetString(ReportCsv.Write("nomor_peserta,nama,tgl_lahir,kd_kab,lokasi,ruang,kursi,kd_mapel".Split(','), [row]));

        foreach (var separator in (char[])[',', ';', '\t'])
        {
            foreach (var cell in text.Split(separator, '\n').Select(c => c.TrimStart('"')).Where(c => c.Length > 0))
                Assert.DoesNotContain(cell[0], "=+-@\uff1d\uff0b\uff0d\uff20");
        }

        var errors = new List<RowError>();
        var read = RosterFile.Rows(new("x.csv", Encoding.UTF8.GetBytes(text)), Limits, errors)!;
        Assert.Empty(errors);
        Assert.Equal(name, Assert.Single(read).Name);
    }

    [Theory]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("a\n=1")]
    [InlineData("a\t+1")]
    [InlineData("\0=1")]
    public void Control_characters_before_a_formula_don_t_wake_it(string text)
    {
        var line = Encoding.UTF8.GetString(ReportCsv.Write(["a"], [[text]]));

        Assert.DoesNotMatch("(^|[\\t\\r\\n;\\0\"])[=+@-]", line);
    }

    [Fact]
    public async Task The_rows_of_omr_read_hold_no_formula_though_a_file_is_named_so()
    {
        using var folder = new CliFolder();
        folder.Write("pindai/=cmd|' !A0.jpg", "no picture");
        folder.Write("pindai/-rf.jpg", "no picture");

        var run = await CliRunner.RunAsync("read", folder["pindai"], "--template", "ljk-ukg-100");

        var cells = run.Out.Split('\n')[1..].Where(l => l.Length > 0).Select(l => l.Split(',')[0]).ToList();
        Assert.Equal(["\"'-rf.jpg\"", "\"'=cmd|' !A0.jpg\""], cells);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+62")]
    [InlineData("-x")]
    [InlineData("@x")]
    public void A_name_that_looks_like_a_formula_comes_in_as_the_text_that_it_is(string name)
    {
        var errors = new List<RowError>();
        var list = $"nomor_peserta,nama,tgl_lahir,kd_kab,lokasi,ruang,kursi,kd_mapel\n15051218020001,{name},05-07-1975,12,001,003,01,180\n";

        Assert.Equal(name, Assert.Single(RosterFile.Rows(new("x.csv", Encoding.UTF8.GetBytes(list)), Limits, errors)!).Name);
        Assert.Empty(errors);
    }
}
