using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Audit;
using Omr.Service.Storage;

namespace Omr.Service.Review;

/// <summary>Writes proposals and decisions, each with its line in the log, within the transaction of whoever asks.</summary>
internal static class CorrectionBook
{
    /// <summary>Whoever knows a key must not touch an answer (DOMAIN.md section 6).</summary>
    public static Refused KeyHolder { get; } = new(StatusCodes.Status403Forbidden, new(
        "Pemegang kunci tidak boleh mengubah jawaban.", "Whoever holds a key may not change answers."));

    /// <summary>Whether one of these accounts entered a key.</summary>
    public static async Task<bool> HoldsKeysAsync(OmrDatabase db, IReadOnlySet<string> own, CancellationToken stop) =>
        (await db.KeyEntries.Select(e => e.By).Distinct().ToListAsync(stop)).Exists(own.Contains);

    /// <summary>Everything that was proposed of a page, the oldest first.</summary>
    public static Task<List<KnownCorrection>> OfAsync(OmrDatabase db, long page, CancellationToken stop) => db.Corrections
        .Where(c => c.PageId == page)
        .GroupJoin(db.CorrectionDecisions, c => c.Id, d => d.CorrectionId, (c, d) => new { Row = c, Decisions = d })
        .SelectMany(c => c.Decisions.DefaultIfEmpty(), (c, d) => new { c.Row, Decision = d })
        .OrderBy(c => c.Row.Id).Select(c => new KnownCorrection(c.Row, c.Decision)).ToListAsync(stop);

    /// <summary>Adds proposals; they have their numbers afterwards.</summary>
    public static async Task ProposeAsync(
        OmrDatabase db, TimeProvider time, Caller caller, IReadOnlyList<CorrectionRow> rows, CancellationToken stop)
    {
        db.Corrections.AddRange(rows);
        await db.SaveChangesAsync(stop); // gives them their numbers
        foreach (var row in rows)
            await AuditTrail.AppendAsync(db, time, caller, "correction.propose", Subject(row), row.Old, row.New, row.Reason, stop);
    }

    /// <summary>Adds the decision on a proposal.</summary>
    public static async Task DecideAsync(
        OmrDatabase db, TimeProvider time, Caller caller, CorrectionRow row, bool isAccepted, string note, CancellationToken stop)
    {
        db.CorrectionDecisions.Add(new()
        {
            CorrectionId = row.Id, IsAccepted = isAccepted, Note = note, By = caller.Name, At = time.GetUtcNow().UtcDateTime,
        });
        await AuditTrail.AppendAsync(
            db, time, caller, isAccepted ? "correction.confirm" : "correction.reject", Subject(row), row.Old, row.New, note, stop);
    }

    /// <summary>What is said with the decision of somebody who read the same place blindly.</summary>
    public static string NoteOf(bool isSame, string value) => isSame ? "dibaca sama" : $"dibaca lain: {(value.Length == 0 ? "kosong" : value)}";

    /// <summary>What the audit log calls a correction.</summary>
    public static string Subject(CorrectionRow row) =>
        FormattableString.Invariant($"page {row.PageId} {row.Field} {row.Item} correction {row.Id}");
}
