using System.Diagnostics;
using Omr.Engine.Template;
using Omr.Forms.Ljk;
using Omr.Service.Tests.Cli;

namespace Omr.Service.Tests.Diagnostics;

public sealed class ScoringReportTests : IDisposable
{
    private static readonly FormTemplate Form = LjkForm.All.Single(t => t.Id == "ljk-ukg-100");

    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_picture_counts_every_bubble_of_the_pile_by_its_verdict()
    {
        await ScanAsync();

        var report = await ReportAsync("sebaran.pdf");

        Assert.Equal((0, "1 halaman: 1 dibaca, 0 ditolak; 1 isian ragu pada 1 halaman"), (report.Exit, report.ErrorLine));
        var text = await TextAsync("sebaran.pdf");
        var bubbles = Form.Bubbles().Count();
        Assert.Contains("Sebaran hitam bulatan", text, StringComparison.Ordinal);
        Assert.Contains($"kosong 1.{bubbles - 41 - 1000:000} ", text, StringComparison.Ordinal);
        Assert.Contains("terisi 40 ", text, StringComparison.Ordinal);
        Assert.Contains("ragu 1 ", text, StringComparison.Ordinal);
        Assert.Contains(
            $"1 lembar dibaca, 0 halaman ditolak; 1.{bubbles - 1000:000} bulatan pada 146 isian, ragu 1 isian (0,68%).",
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_picture_as_PNG_shows_the_blanks_grey_at_0_and_the_marks_blue_far_from_them()
    {
        await ScanAsync();

        var report = await ReportAsync("sebaran.png");

        Assert.Equal(0, report.Exit);
        var picture = new PngPixels(await File.ReadAllBytesAsync(_folder["sebaran.png"], TestContext.Current.CancellationToken));
        Assert.Equal((1754, 1240), (picture.Width, picture.Height));

        // Columns of the plot by the ink they stand for: a tenth is 261 / 11 mm wide, the first one begins at 24 mm.
        int Column(double ink) => (int)((24 + (261 / 11.0 * ((ink + 0.1) * 10))) * 150 / 25.4);
        bool Blue(double from, double to) => Enumerable.Range(Column(from), Column(to) - Column(from))
            .Any(x => Enumerable.Range(320, 680).Any(y => picture[x, y] is var c && c.Blue > c.Red + 90 && c.Blue > c.Green + 40));
        bool Grey(double from, double to) => Enumerable.Range(Column(from), Column(to) - Column(from))
            .Any(x => Enumerable.Range(320, 680).Any(y => picture[x, y] == (128, 128, 128)));
        Assert.True(Grey(-0.05, 0.05));
        Assert.False(Grey(0.2, 0.95));
        Assert.False(Blue(-0.05, 0.2));
        Assert.True(Blue(0.35, 0.6));
    }

    [Fact]
    public async Task A_pile_without_a_sheet_makes_no_picture()
    {
        _folder.Write("scan.pgm", "hello");

        var report = await ReportAsync("sebaran.png");

        Assert.Equal(2, report.Exit);
        Assert.EndsWith("omr: tidak ada lembar yang terbaca, jadi tidak ada yang digambar\n", report.Error, StringComparison.Ordinal);
        Assert.Equal(["scan.pgm"], _folder.Names());
    }

    [Fact]
    public async Task A_name_that_is_neither_PNG_nor_PDF_is_told()
    {
        _folder.Write("scan.pgm", "hello");

        var report = await ReportAsync("sebaran.jpg");

        Assert.Equal(2, report.Exit);
        Assert.Contains("sebaran.jpg: bukan PNG dan bukan PDF", report.ErrorLine, StringComparison.Ordinal);
    }

    // A page with 40 answers at half black and one so light that nobody can be sure.
    private async Task ScanAsync()
    {
        await CliRunner.RunAsync("print", "--template", Form.Id, "--out", _folder["ljk.pdf"], "--blank");
        var page = await FilledPage.DrawAsync(_folder["ljk.pdf"]);
        foreach (var bubble in Form.Bubbles().Where(b => b.Field == "jawaban" && b.Item <= 40 && b.Value == "ABCDE"[b.Item % 5].ToString()))
            page.Fill(bubble, 0.5);
        page.Fill(Form.Bubbles().Single(b => b is { Field: "jawaban", Item: 70, Value: "C" }), 0.12);
        page.Save(_folder["scan.pgm"]);
    }

    private Task<CliResult> ReportAsync(string name) => CliRunner.RunAsync(
        "scoring-report", _folder["scan.pgm"], "--template", Form.Id, "--out", _folder[name]);

    private async Task<string> TextAsync(string pdf)
    {
        var start = new ProcessStartInfo("pdftotext", ["-layout", _folder[pdf], "-"]) { RedirectStandardOutput = true };
        using var poppler = Process.Start(start)!;
        var text = await poppler.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        return System.Text.RegularExpressions.Regex.Replace(text, " +", " ");
    }
}
