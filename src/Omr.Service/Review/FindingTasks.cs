using Omr.Service.Reconciliation;
using Omr.Service.Reconciliation.Closing;

namespace Omr.Service.Review;

/// <summary>
/// The findings that somebody at the desk must decide on. What a page's own tasks settle, doubtful answers, numbers and
/// codes and refused pages, isn't listed a second time; what only the field can settle is waited for. Pure.
/// </summary>
internal static class FindingTasks
{
    /// <summary>The tasks with their findings.</summary>
    /// <param name="findings">All findings.</param>
    /// <param name="pageOf">A page that has, or had, tasks of its own; null if it has none.</param>
    public static IEnumerable<(ReviewTask Task, Finding Finding)> Of(IEnumerable<ListedFinding> findings, Func<long, ReviewPage?> pageOf)
    {
        var open = findings.Where(f => f.Status == FindingStatus.Open).Select(f => f.Finding).Where(f => NeedsDesk(f, pageOf)).ToList();
        var ofPage = open.Where(f => f.Page is { Row: > 0 }).GroupBy(f => f.Page!.Row).ToDictionary(g => g.Key, g => g.Count());
        return open.Select(f => (TaskOf(f, ofPage), f));
    }

    private static ReviewTask TaskOf(Finding finding, Dictionary<long, int> ofPage)
    {
        var subject = $"{finding.Room} {finding.Number} {finding.Subject}";
        return finding.Page is { Row: > 0 and var page }
            ? new(ReviewKind.Temuan, ofPage[page], page, finding.Code, 0, "", subject)
            : new(ReviewKind.TemuanRuang, 1, 0, finding.Code, 0, "", subject);
    }

    private static bool NeedsDesk(Finding finding, Func<long, ReviewPage?> pageOf)
    {
        var parties = FindingClass.Of(finding.Code)!.Parties;
        var page = finding.Page is { Row: > 0 and var row } ? pageOf(row) : null;
        return (parties & (Party.Operator | Party.Verifier)) != 0 && finding.Code switch
        {
            "D05" or "D06" or "D16" => false,
            "D11" => !IsUnclear(page?.Subject),
            "D12" => !IsUnclear(page?.Package),
            "D17" => page is not { Refused.Length: > 0 },
            _ => true,
        };
    }

    private static bool IsUnclear(string? code) => code?.Contains('?', StringComparison.Ordinal) == true;
}
