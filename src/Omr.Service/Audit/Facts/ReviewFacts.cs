using Microsoft.EntityFrameworkCore;
using Omr.Service.Review;
using Omr.Service.Storage;

namespace Omr.Service.Audit.Facts;

/// <summary>What people decide: corrections, what a second person says to them, and what is answered to discrepancies.</summary>
internal static class ReviewFacts
{
    /// <summary>What differs.</summary>
    public static async Task<IEnumerable<AuditFinding>> CompareAsync(OmrDatabase db, ILookup<string, AuditRow> log, CancellationToken stop)
    {
        var corrections = await db.Corrections.OrderBy(c => c.Id).ToListAsync(stop);
        var decisions = await db.CorrectionDecisions.OrderBy(d => d.Id).ToListAsync(stop);
        var acts = await db.FindingActs.OrderBy(a => a.Id).ToListAsync(stop);
        var byId = corrections.ToDictionary(c => c.Id);
        return
        [
            .. Fact.Compare(
                corrections.Select(c => new Fact(null, Correction(CorrectionBook.Subject(c)), c.At, [c.By, c.Old, c.New, c.Reason])),
                log["correction.propose"].Select(e => new Fact(e.Id, Correction(e.Subject), e.At, [e.Who, e.Before, e.After, e.Why]))),
            .. Fact.Compare(
                decisions.Where(d => byId.ContainsKey(d.CorrectionId)).Select(d => Decision(d, byId[d.CorrectionId])),
                log["correction.confirm"].Concat(log["correction.reject"]).OrderBy(e => e.Id)
                    .Select(e => new Fact(e.Id, Decision(e.Subject), e.At, [e.Act, e.Who, e.Before, e.After, e.Why]))),
            .. Fact.Compare(
                acts.Select(a => new Fact(null, Finding($"{a.Code} {a.Room} {a.Number} {a.Subject}".TrimEnd()), a.At, [a.Act, a.By, a.Text])),
                log.Where(g => g.Key.StartsWith("finding.", StringComparison.Ordinal)).SelectMany(g => g).OrderBy(e => e.Id)
                    .Select(e => new Fact(e.Id, Finding(e.Subject), e.At, [e.Act["finding.".Length..].ToLowerInvariant(), e.Who, e.After]))),
        ];
    }

    private static Fact Decision(CorrectionDecisionRow row, CorrectionRow of) => new(
        null, Decision(CorrectionBook.Subject(of)), row.At,
        [row.IsAccepted ? "correction.confirm" : "correction.reject", row.By, of.Old, of.New, row.Note]);

    private static Wording Correction(string subject) => new($"usulan koreksi ({subject})", $"the proposed correction ({subject})");

    private static Wording Decision(string subject) => new($"putusan koreksi ({subject})", $"the decision on the correction ({subject})");

    private static Wording Finding(string subject) => new($"tindakan atas temuan {subject}", $"what was done about finding {subject}");
}
