using System.Collections.Immutable;
using Omr.Engine;
using Omr.Service.Storage;

namespace Omr.Service.Review;

/// <summary>
/// What a person must look at on a page. Names, dates of birth and the supervisor's panel score nothing and are left alone.
/// </summary>
internal static class ReviewQueue
{
    /// <summary>The tasks of a page, none if all is clear.</summary>
    /// <param name="page">The page.</param>
    /// <param name="lastItem">The last item of its paper; null while that isn't known. Marks beyond it score nothing.</param>
    /// <param name="isEntryOpen">Whether two people keyed in something of it differently, so that somebody must key that in anew.</param>
    /// <param name="isSettled">Whether a correction of that field and item was proposed and not turned down.</param>
    public static ImmutableArray<ReviewTask> Of(ReviewPage page, int? lastItem, bool isEntryOpen, Func<string, int, bool> isSettled)
    {
        if (page.IsRepeat)
            return [];
        if (page.Refused.Length > 0)
        {
            return isSettled(CorrectionField.Page, 0) || (isSettled(CorrectionField.Identity, 0) && !isEntryOpen)
                ? []
                : [new(ReviewKind.Ditolak, 1, page.Id, CorrectionField.Page, 0, page.Refused)];
        }

        // A page that two people call no answer sheet has no answers to look at.
        if (isSettled(CorrectionField.Page, 0))
            return [];
        var hasNumber = page.IsKnown || isSettled(CorrectionField.Identity, 0);
        var answers = AnswerText.Parse(page.Answers)
            .Select((a, i) => (Field: CorrectionField.Answers, Item: i + 1, Read: a.Value, a.Status))
            .Take(lastItem ?? int.MaxValue)
            .Where(a => a.Status == ReadStatus.Doubtful && !isSettled(a.Field, a.Item))
            .Select(a => (a.Field, a.Item, a.Read));
        (string Field, int Item, string Read)[] codes = [(CorrectionField.Subject, 0, page.Subject), (CorrectionField.Package, 0, page.Package)];
        var open = answers
            .Select(a => (Kind: hasNumber ? ReviewKind.Butir : ReviewKind.ButirTanpaNomor, a.Field, a.Item, a.Read))
            .Concat(codes
                .Where(c => c.Read.Contains('?', StringComparison.Ordinal) && !isSettled(c.Field, c.Item))
                .Select(c => (Kind: hasNumber ? ReviewKind.Kode : ReviewKind.ButirTanpaNomor, c.Field, c.Item, c.Read)))
            .Concat(hasNumber
                ? []
                : ((ReviewKind Kind, string Field, int Item, string Read)[])[(ReviewKind.Identitas, CorrectionField.Identity, 0, page.Number)])
            .ToList();
        return [.. open.Select(o => new ReviewTask(o.Kind, open.Count, page.Id, o.Field, o.Item, o.Read))];
    }
}
