using System.Collections.Immutable;
using Omr.Service.Scoring;

namespace Omr.Service.Reconciliation;

/// <summary>
/// Scores a pile and balances it with roster and attendance list (DOMAIN.md sections 3 and 4): the pile is sorted,
/// each participant is judged, what is left over is told of, and everything is counted. Pure: the same input gives
/// the same report.
/// </summary>
public static class Reconciler
{
    /// <summary>Scores and reconciles these pages.</summary>
    /// <exception cref="InvalidOperationException">The counts don't balance: a fault of the program.</exception>
    public static RunReport Reconcile(Exam exam, IReadOnlyList<ScannedPage> pages)
    {
        var pile = new SheetPile(exam, pages);
        var batches = new RoomBatches(exam, pile, pages);
        var judge = new Judge(exam);
        ImmutableArray<Verdict> verdicts =
        [
            .. exam.Roster.Participants.Select(p =>
                judge.Decide(p, pile.Of(p), LooseSheets.Hint(pile, batches, p))),
        ];
        var findings = verdicts.SelectMany(v => v.Findings)
            .Concat(batches.Counts())
            .Concat(LooseSheets.Findings(exam, pile, batches))
            .Concat(PageFindings.Of(exam, pile, batches));
        var balance = Count(exam, pile, verdicts);
        return balance.Holds
            ? new([.. verdicts.Select(v => v.Result)], [.. InOrder(findings)], balance)
            : throw new InvalidOperationException($"the counts don't balance: {balance}");
    }

    private static IEnumerable<Finding> InOrder(IEnumerable<Finding> findings) => findings
        .OrderBy(f => f.Room)
        .ThenBy(f => f.Code, StringComparer.Ordinal)
        .ThenBy(f => f.Number, StringComparer.Ordinal)
        .ThenBy(f => f.Page?.File, StringComparer.Ordinal)
        .ThenBy(f => f.Page?.Page);

    private static Balance Count(Exam exam, SheetPile pile, ImmutableArray<Verdict> verdicts)
    {
        var everybody = exam.Roster.Participants;
        var present = everybody.Where(exam.IsPresent).ToList();
        var withSheet = present.Count(p => !pile.Of(p).IsEmpty);
        return new(
            Rooms: exam.Roster.Rooms.Length,
            Registered: everybody.Length,
            Present: present.Count,
            Absent: everybody.Count(p => !exam.IsPresent(p)),
            WithSheet: withSheet,
            Missing: present.Count(p => pile.Of(p).IsEmpty),
            Pages: pile.Pages,
            Read: pile.Kept.Count,
            Refused: pile.Refused.Length,
            Repeated: pile.Repeats.Count,
            Extra: present.Sum(p => pile.Of(p).Length) - withSheet,
            OfAbsent: everybody.Where(p => !exam.IsPresent(p)).Sum(p => pile.Of(p).Length),
            Unknown: pile.Unknown.Length,
            Unclear: pile.Unclear.Length,
            Unused: pile.Unused.Length,
            BlackAndWhite: pile.Kept.Count(s => s.IsBlackAndWhite),
            Statuses: Enum.GetValues<ScoreStatus>().ToImmutableSortedDictionary(
                s => s, s => verdicts.Count(v => v.Result.Status == s)));
    }
}
