using System.Globalization;
using Omr.Engine.Template;

namespace Omr.Engine.Tests.RealScans;

/// <summary>
/// Seventeen sheets filled by people with pencils and scanned by a scanner, of a form that others designed: its truth
/// was written down by its owners. Skipped where the shared samples are not beside the project.
/// </summary>
public class OpenMcrTests(ITestOutputHelper output)
{
    private const int Fields = 1377;

    [Fact]
    public void Every_field_of_the_real_sheets_is_read_right_or_left_to_a_person()
    {
        var folder = SharedFolder();
        Assert.SkipUnless(folder is not null, "the shared samples (shared/samples/open-mcr-75q) are not here");
        using var reader = new SheetReader([Template()]);
        int wrong = 0, doubtful = 0, fields = 0;
        foreach (var sheet in Truth(folder!).GroupBy(t => t.Image))
        {
            var file = File.ReadAllBytes(Path.Combine(folder!, sheet.Key));
            var reading = Assert.IsType<SheetReading>(Assert.Single(reader.Read(file)));
            foreach (var (image, field, expected) in sheet)
            {
                fields++;
                var items = Items(reading, field);
                if (items.Any(i => i.Status == ReadStatus.Doubtful))
                {
                    doubtful++;
                    output.WriteLine($"{image} {field}: doubtful, is '{expected}', reads '{Spell(items)}' {Why(items)}");
                }
                else if (Spell(items) != expected)
                {
                    wrong++;
                    output.WriteLine($"{image} {field}: WRONG, is '{expected}', reads '{Spell(items)}'");
                }
            }
        }

        Figures.Say(
            output,
            string.Create(
                CultureInfo.InvariantCulture,
                $"real sheets: {fields} fields, {wrong} silent errors, {doubtful} doubtful ({100.0 * doubtful / fields:0.00} %)"));
        Assert.Equal(Fields, fields);
        Assert.Equal(0, wrong);
        Assert.True(doubtful <= 0.04 * fields, $"{doubtful} of {fields} fields doubtful");
    }

    [Fact]
    public void On_a_form_without_a_barcode_the_field_nomor_peserta_tells_whose_sheet_it_is()
    {
        var folder = SharedFolder();
        Assert.SkipUnless(folder is not null, "the shared samples (shared/samples/open-mcr-75q) are not here");
        using var reader = new SheetReader([Template("nomor_peserta")]);
        var file = File.ReadAllBytes(Path.Combine(folder!, "scanned_page (1).png"));
        var reading = Assert.IsType<SheetReading>(Assert.Single(reader.Read(file)));
        Assert.Equal(("0123456789", ReadStatus.Ok), (reading.Identity.Value, reading.Identity.Status));
    }

    private static FormTemplate Template(string numberField = "STUDENT_ID")
    {
        var json = Repository.Read("fixtures/open-mcr-75q/template.json")
            .Replace("STUDENT_ID", numberField, StringComparison.Ordinal);
        var template = TemplateFile.Parse(json, out var fault);
        Assert.True(template is not null, fault?.ToString());
        return template;
    }

    private static List<ItemReading> Items(SheetReading reading, string field) =>
        field is ['Q', .. var number] && int.TryParse(number, CultureInfo.InvariantCulture, out var item)
            ? [.. reading.Items.Where(i => i.Field == "jawaban" && i.Item == item)]
            : [.. reading.Items.Where(i => i.Field == field)];

    private static string Spell(IEnumerable<ItemReading> items) =>
        string.Concat(items.Select(i => i.Status switch
        {
            ReadStatus.Blank => " ",
            ReadStatus.Ok => i.Value,
            _ => $"[{i.Value}]",
        })).TrimEnd();

    private static string Why(IEnumerable<ItemReading> items) =>
        string.Join(' ', items.Where(i => i.Status == ReadStatus.Doubtful).Select(i => $"{i.Item}:{i.Doubt}"));

    private static List<(string Image, string Field, string Expected)> Truth(string folder) =>
        [
            .. File.ReadLines(Path.Combine(folder, "truth.csv"))
                .Skip(1)
                .Select(line => line.Split(','))
                .Select(cells => (cells[0], cells[1], cells[2].TrimEnd())),
        ];

    private static string? SharedFolder()
    {
        var folder = Repository.Path("../shared/samples/open-mcr-75q");
        return Directory.Exists(folder) ? folder : null;
    }
}
