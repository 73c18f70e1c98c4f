using System.Text.Json;
using Omr.Engine.Template;
using Omr.Forms.Ljk;
using Omr.Service.Tests.Cli;

namespace Omr.Service.Tests.Diagnostics;

public sealed class DebugImagesTests : IDisposable
{
    private static readonly FormTemplate Form = LjkForm.All.Single(t => t.Id == "ljk-ukg-100");

    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_bubble_is_coloured_by_its_verdict_where_it_was_printed()
    {
        var page = await PageAsync();
        foreach (var bubble in Marked())
            page.Fill(bubble, 0.5);
        page.Fill(Answer(70, "C"), 0.12);
        page.Save(_folder["scan.pgm"]);

        var read = await ReadAsync();

        Assert.Equal((0, "1 halaman: 1 dibaca, 0 ditolak; 1 isian ragu pada 1 halaman"), (read.Exit, read.ErrorLine));
        var picture = Picture("scan.pgm.p1.03-classified.png");
        Assert.Equal(page.Width, picture.Width);
        Assert.InRange(picture.Height - page.Height, 50, 300);
        Assert.Equal(Marked().Select(Name).Order(), Form.Bubbles().Where(b => IsBlue(picture, b)).Select(Name).Order());
        Assert.Equal([Name(Answer(70, "C"))], Form.Bubbles().Where(b => IsOrange(picture, b)).Select(Name));
    }

    [Fact]
    public async Task Found_marks_are_framed_blue_and_missing_ones_orange()
    {
        var page = await PageAsync();
        page.Cover(Around(Form.Marks[3].Box, 2));
        var track = Form.Timing!;
        var missing = track.Rows[7];
        page.Cover(new(track.X - 4, missing - 2, 8, 4));
        page.Save(_folder["scan.pgm"]);

        var read = await ReadAsync();

        Assert.Equal(0, read.Exit);
        var located = Picture("scan.pgm.p1.01-located.png");
        Assert.All(Form.Marks[..3], m => Assert.True(Has(located, Around(m.Box, 1.5), Blue), m.Name));
        Assert.False(Has(located, Around(Form.Marks[3].Box, 1.5), Blue));
        Assert.True(Has(located, Around(Form.Marks[3].Box, 1.5), Orange));
        var registered = Picture("scan.pgm.p1.02-registered.png");
        PaperArea Bar(double y) => new(track.X - (track.Width / 2) - 1, y - 2, 2, 4);
        Assert.Equal([missing], track.Rows.Where(y => Has(registered, Bar(y), Orange)));
        Assert.Equal(track.Rows.Length - 1, track.Rows.Count(y => Has(registered, Bar(y), Blue)));
    }

    [Fact]
    public async Task A_refused_page_shows_what_was_found_until_then()
    {
        var page = await PageAsync();
        page.Cover(Around(Form.Marks[0].Box, 2));
        page.Cover(Around(Form.Marks[3].Box, 2));
        page.Save(_folder["scan.pgm"]);

        var read = await ReadAsync();

        Assert.Equal(1, read.Exit);
        var (lost, kept) = (Form.Marks[3], Form.Marks[1]);
        Assert.Contains(
            FormattableString.Invariant($" {lost.Name}=missing@{lost.Box.Centre.X:0.#},{lost.Box.Centre.Y:0.#}mm"),
            read.Out,
            StringComparison.Ordinal);
        Assert.Contains(
            FormattableString.Invariant($" {kept.Name}=seen@{kept.Box.Centre.X:0.#},{kept.Box.Centre.Y:0.#}mm,off:0."),
            read.Out,
            StringComparison.Ordinal);
        Assert.Equal(["scan.pgm.p1.01-located.png"], Directory.GetFiles(_folder["lihat"]).Select(Path.GetFileName));
        var located = Picture("scan.pgm.p1.01-located.png");
        Assert.True(Has(located, Around(Form.Marks[1].Box, 1.5), Blue));
        Assert.True(Has(located, Around(Form.Marks[3].Box, 1.5), Orange));
        var strip = new PaperArea(5, (page.Height / FilledPage.PixelsPerMm) + 1, 200, 5);
        Assert.True(Has(located, strip, Orange), "the reason stands under the page");
    }

    [Fact]
    public async Task A_page_refused_for_a_mark_and_the_timing_track_says_which_mark_and_where()
    {
        var page = await PageAsync();
        page.Cover(Around(Form.Marks[3].Box, 2));
        page.Cover(new(Form.Timing!.X - 4, 60, 8, 200));
        page.Save(_folder["scan.pgm"]);

        var read = await CliRunner.RunAsync("read", _folder["scan.pgm"], "--template", Form.Id);

        Assert.Equal(1, read.Exit);
        var lost = Form.Marks[3];
        Assert.Contains(
            FormattableString.Invariant(
                $"(marks=3/4 {lost.Name}=missing@{lost.Box.Centre.X:0.#},{lost.Box.Centre.Y:0.#}mm timing="),
            read.Out,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_lines_say_why_an_item_is_doubtful_and_where_it_stands()
    {
        var page = await PageAsync();
        page.Fill(Answer(70, "C"), 0.12);
        page.Save(_folder["scan.pgm"]);

        var read = await CliRunner.RunAsync("read", _folder["scan.pgm"], "--template", Form.Id, "--format", "jsonl");

        var row = JsonDocument.Parse(read.Lines.Single(l => l.Contains("doubtful", StringComparison.Ordinal))).RootElement;
        Assert.Equal((70, "faint"), (row.GetProperty("item").GetInt32(), row.GetProperty("doubt").GetString()));
        var crop = row.GetProperty("crop").EnumerateArray().Select(n => n.GetInt32() / FilledPage.PixelsPerMm).ToArray();
        var (first, last) = (Answer(70, "A").Box, Answer(70, "E").Box);
        Assert.InRange(crop[0], first.X - 2, first.X);
        Assert.InRange(crop[1], first.Y - 2, first.Y);
        Assert.InRange(crop[0] + crop[2], last.Right, last.Right + 2);
        Assert.InRange(crop[1] + crop[3], last.Bottom, last.Bottom + 2);
    }

    [Fact]
    public async Task The_readings_are_the_same_with_and_without_pictures()
    {
        var page = await PageAsync();
        foreach (var bubble in Marked())
            page.Fill(bubble, 0.5);
        page.Save(_folder["scan.pgm"]);

        var plain = await CliRunner.RunAsync("read", _folder["scan.pgm"], "--template", Form.Id);

        Assert.Equal(plain, await ReadAsync());
        Assert.Equal(3, Directory.GetFiles(_folder["lihat"]).Length);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_and_the_page_is_not_blamed()
    {
        (await PageAsync()).Save(_folder["scan.pgm"]);
        _folder.Write("lihat", "a file");

        var read = await ReadAsync();

        Assert.Equal(2, read.Exit);
        Assert.DoesNotContain("refused", read.Out, StringComparison.Ordinal);
        Assert.Contains($"omr: {_folder["lihat"]}: ", read.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<TemplateBubble> Marked() =>
        Enumerable.Range(1, 40).Select(item => Answer(item, "ABCDE"[item % 5].ToString()));

    private static TemplateBubble Answer(int item, string value) =>
        Form.Bubbles().Single(b => b.Field == "jawaban" && b.Item == item && b.Value == value);

    private static string Name(TemplateBubble bubble) => $"{bubble.Field} {bubble.Item} {bubble.Value}";

    private static PaperArea Around(PaperArea box, double margin) =>
        new(box.X - margin, box.Y - margin, box.Width + (2 * margin), box.Height + (2 * margin));

    // Near its left edge, beside the figure.
    private static bool IsBlue(PngPixels picture, TemplateBubble bubble) => Blue(Edge(picture, bubble));

    private static bool IsOrange(PngPixels picture, TemplateBubble bubble) => Orange(Edge(picture, bubble));

    private static (int, int, int) Edge(PngPixels picture, TemplateBubble bubble) => picture[
        (int)((bubble.Box.X + (0.12 * bubble.Box.Width)) * FilledPage.PixelsPerMm),
        (int)(bubble.Box.Centre.Y * FilledPage.PixelsPerMm)];

    private static bool Blue((int Red, int Green, int Blue) c) => c.Blue > c.Red + 90;

    private static bool Orange((int Red, int Green, int Blue) c) => c.Red > c.Blue + 90 && c.Red > c.Green + 50;

    private static bool Has(PngPixels picture, PaperArea area, Func<(int, int, int), bool> colour)
    {
        for (var y = (int)(area.Y * FilledPage.PixelsPerMm); y < area.Bottom * FilledPage.PixelsPerMm; y++)
        {
            for (var x = (int)(area.X * FilledPage.PixelsPerMm); x < area.Right * FilledPage.PixelsPerMm; x++)
            {
                if (colour(picture[x, y])) return true;
            }
        }
        return false;
    }

    private async Task<FilledPage> PageAsync()
    {
        await CliRunner.RunAsync("print", "--template", Form.Id, "--out", _folder["ljk.pdf"], "--blank");
        return await FilledPage.DrawAsync(_folder["ljk.pdf"]);
    }

    private PngPixels Picture(string name) => new(File.ReadAllBytes(Path.Combine(_folder["lihat"], name)));

    private Task<CliResult> ReadAsync() => CliRunner.RunAsync(
        "read", _folder["scan.pgm"], "--template", Form.Id, "--debug-images", _folder["lihat"]);
}
