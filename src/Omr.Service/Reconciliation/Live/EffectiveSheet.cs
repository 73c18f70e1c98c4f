using System.Collections.Immutable;
using Omr.Engine;
using Omr.Service.Scoring;
using Omr.Service.Storage;

namespace Omr.Service.Reconciliation.Live;

/// <summary>
/// What holds of a page: what the machine read, with the confirmed corrections laid over it. The reading itself never
/// changes. A refused page becomes a sheet once its number was keyed in; answers not keyed in yet are unseen, so it waits.
/// </summary>
internal static class EffectiveSheet
{
    /// <summary>The page as it holds.</summary>
    /// <param name="page">As read.</param>
    /// <param name="corrections">The confirmed corrections, the latest last.</param>
    public static ScannedPage Of(ScannedPage page, IReadOnlyList<PageCorrection> corrections)
    {
        var sheet = page.Sheet ?? (corrections.Any(c => c.Field == "identity") ? KeyedIn(page) : null);
        var ruling = page.Ruling;
        foreach (var correction in corrections)
        {
            if (correction.Field == "page")
                ruling = Ruling(correction.Value);
            else if (sheet is not null)
                sheet = Of(sheet, correction);
        }

        return page with { Sheet = sheet, Refusal = sheet is null ? page.Refusal : null, Ruling = ruling };
    }

    /// <summary>The sheet with that correction.</summary>
    public static Sheet Of(Sheet sheet, PageCorrection correction) => correction.Field switch
    {
        "identity" => sheet with { Number = new(NumberState.Known, correction.Value, sheet.Number.Spare), IsUntouched = false },
        "kd_mapel" => sheet with { Subject = new(correction.Value) },
        "paket" => sheet with { Package = new(correction.Value) },
        "tgl_lahir" => sheet with { Birth = new(correction.Value) },
        "jawaban" => WithAnswer(sheet, correction.Item, AnswerText.ParseOne(correction.Value)),
        _ => sheet,
    };

    private static Sheet WithAnswer(Sheet sheet, int item, Answer answer)
    {
        var answers = sheet.Answers;
        if (answers.Length < item)
            answers = answers.AddRange(Enumerable.Repeat(Answer.Unseen, item - answers.Length));
        return sheet with
        {
            Answers = answers.SetItem(item - 1, answer),
            IsUntouched = sheet.IsUntouched && answer.Status == ReadStatus.Blank,
        };
    }

    private static PageRuling Ruling(string value) => value switch
    {
        "tidak-terpakai" => PageRuling.Unused,
        "abaikan" => PageRuling.Rejected,
        "pindai-ulang" => PageRuling.Repeated,
        _ => PageRuling.None,
    };

    // It has no picture that could be compared, so it is a scan of its own.
    private static Sheet KeyedIn(ScannedPage page) => new(
        page.Id, page.Folder, "", FormattableString.Invariant($"page {page.Id.Row} {page.Id.File} {page.Id.Page}"),
        new(NumberState.Missing, "", ""), new(""), new(""), new(""), new(""), ImmutableArray<Answer>.Empty, false, 0, false);
}
