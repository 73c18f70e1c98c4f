using Omr.Engine;
using Omr.Scanner;

namespace Omr.Service.Cli;

/// <summary>One row of the output of <c>omr read</c>.</summary>
/// <param name="File">The file, relative to the PATH given.</param>
/// <param name="Page">Page within the file, from 1.</param>
/// <param name="Field">Field of the form, or <c>identity</c>; empty for a refused page.</param>
/// <param name="Item">Item, from 1; null where there is none.</param>
/// <param name="Value">The value; for a refused page the reason and its evidence.</param>
/// <param name="Status"><c>ok blank multiple doubtful refused</c>.</param>
/// <param name="Doubt">Why it is doubtful.</param>
/// <param name="Crop">Where the item stands in the picture; null where there is no item.</param>
internal sealed record ReadingRow(
    string File, int Page, string Field, int? Item, string Value, string Status, DoubtReason Doubt, PixelArea? Crop)
{
    /// <summary>All rows of a file: a page's identity, then its items; one row for a refused page.</summary>
    public static IEnumerable<ReadingRow> Of(FileReading reading, Language language) =>
        reading.Pages.SelectMany(page => page switch
        {
            SheetReading sheet => Of(reading.File.Name, sheet),
            Refusal refusal =>
                [new(reading.File.Name, page.Page, "", null, language.Say(refusal), "refused", DoubtReason.None, null)],
            _ => throw new InvalidOperationException(page.GetType().Name),
        });

    private static IEnumerable<ReadingRow> Of(string file, SheetReading sheet)
    {
        var identity = sheet.Identity;
        yield return new(file, sheet.Page, "identity", null, identity.Value, Word(identity.Status), identity.Doubt, null);
        foreach (var item in sheet.Items)
        {
            yield return new(
                file, sheet.Page, item.Field, item.Item, item.Value, Word(item.Status), item.Doubt, item.Crop);
        }
    }

    private static string Word(ReadStatus status) => status switch
    {
        ReadStatus.Ok => "ok",
        ReadStatus.Blank => "blank",
        ReadStatus.Multiple => "multiple",
        ReadStatus.Doubtful => "doubtful",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
