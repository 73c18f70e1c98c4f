using System.Globalization;

namespace Omr.Service.Tests.Cli;

public sealed class TemplateVerbTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task List_gives_the_built_in_forms_the_default_first()
    {
        var result = await CliRunner.RunAsync("template", "list");

        Assert.Equal(0, result.Exit);
        Assert.Equal(
            ["ljk-ukg-100", "ljk-ukg-100-ad", "ljk-ukg-60", "ljk-ukg-60-ad", "ljk-ukg-80", "ljk-ukg-80-ad", "ljk-ukg-120", "ljk-ukg-120-ad"],
            result.Lines.Select(l => l.Split(' ')[0]));
    }

    [Fact]
    public async Task What_show_prints_passes_check_and_shows_the_same_again()
    {
        var shown = await CliRunner.RunAsync("template", "show", "ljk-ukg-60-ad");
        var file = _folder.Write("form.json", shown.Out);

        var check = await CliRunner.RunAsync("template", "check", file, "--lang", "en");

        Assert.Equal(0, check.Exit);
        Assert.StartsWith($"{file}: ok (ljk-ukg-60-ad version 1, ", check.Out, StringComparison.Ordinal);
        Assert.Equal(shown.Out, (await CliRunner.RunAsync("template", "show", file)).Out);
    }

    [Fact]
    public async Task Check_names_the_file_and_the_JSON_path_of_a_fault()
    {
        var shown = (await CliRunner.RunAsync("template", "show", "ljk-ukg-60")).Out;
        var file = _folder.Write("form.json", shown.Replace("\"title\"", "\"titel\"", StringComparison.Ordinal));

        var check = await CliRunner.RunAsync("template", "check", file);

        Assert.Equal(2, check.Exit);
        Assert.StartsWith($"omr: {file}: $.titel ", check.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bubbles_gives_the_place_of_every_bubble_in_plain_numbers()
    {
        var rows = (await CliRunner.RunAsync("template", "bubbles", "ljk-ukg-100")).Lines;

        Assert.Equal("field,item,value,x_mm,y_mm,w_mm,h_mm", rows[0]);
        // DOMAIN.md section 5: 14 + 6 + 3 + 2 digits, 20 letters, the panel's three boxes, 100 items A-E.
        Assert.Equal((25 * 10) + (20 * 26) + 3 + (100 * 5), rows.Length - 1);
        Assert.All(rows[1..], row =>
        {
            var cells = row.Split(',');
            Assert.Equal(["3.4", "3.4"], cells[5..]);
            Assert.InRange(double.Parse(cells[3], CultureInfo.InvariantCulture), 0, 210);
            Assert.InRange(double.Parse(cells[4], CultureInfo.InvariantCulture), 0, 297);
        });
        // Options stand beside each other without touching, questions 4.2 mm below each other.
        var (first, next, below) = (Place(rows, "jawaban,1,A,"), Place(rows, "jawaban,1,B,"), Place(rows, "jawaban,2,A,"));
        Assert.Equal(0, next.Y - first.Y);
        Assert.InRange(next.X - first.X, 3.5, 10);
        Assert.Equal((0.0, 4.2), (Math.Round(below.X - first.X, 3), Math.Round(below.Y - first.Y, 3)));
    }

    private static (double X, double Y) Place(string[] rows, string bubble)
    {
        var cells = rows.Single(r => r.StartsWith(bubble, StringComparison.Ordinal)).Split(',');
        return (double.Parse(cells[3], CultureInfo.InvariantCulture), double.Parse(cells[4], CultureInfo.InvariantCulture));
    }
}
