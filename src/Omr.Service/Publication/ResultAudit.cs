using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Audit;
using Omr.Service.Runs;
using Omr.Service.Storage;

namespace Omr.Service.Publication;

/// <summary>
/// Holds stored runs and releases against the audit log: as many as it tells, by whom it tells, and of every run the scores
/// whose hash its entry holds.
/// </summary>
internal static class ResultAudit
{
    /// <summary>What differs.</summary>
    /// <param name="db">The database.</param>
    /// <param name="runs">The log's entries of runs.</param>
    /// <param name="releases">The log's entries of releases.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<IReadOnlyList<AuditFinding>> FindingsAsync(
        OmrDatabase db, List<AuditRow> runs, List<AuditRow> releases, CancellationToken stop) =>
        [.. await RunsAsync(db, runs, stop), .. await ReleasesAsync(db, releases, stop)];

    private static async Task<List<AuditFinding>> RunsAsync(OmrDatabase db, List<AuditRow> entries, CancellationToken stop)
    {
        var findings = new List<AuditFinding>();
        var runs = await db.Runs.OrderBy(r => r.Id).ToListAsync(stop);
        foreach (var entry in entries.Where(e => !runs.Exists(r => Subject(r) == e.Subject)))
            findings.Add(new(entry.Id, new($"{entry.Subject} ada di log, tetapi tidak tersimpan", $"{entry.Subject} is in the log, but isn't stored")));
        foreach (var run in runs)
        {
            if (entries.FindAll(e => e.Subject == Subject(run)) is not [var entry])
            {
                findings.Add(new(null, Say($"skoring {run.Id} tersimpan, tetapi tidak tepat satu kali di log", $"run {run.Id} is stored, but isn't in the log exactly once")));
                continue;
            }

            var scores = (await db.Scores.Where(s => s.RunId == run.Id).ToListAsync(stop)).OrderBy(s => s.Number, StringComparer.Ordinal);
            if (RunRows.Digest(scores) != entry.After || run.Digest != entry.After || run.By != entry.Who)
                findings.Add(new(entry.Id, Say($"nilai skoring {run.Id} bukan lagi yang disimpan saat itu", $"the scores of run {run.Id} aren't those that were stored then")));
        }

        return findings;
    }

    // Of each kab, releases and their entries come in the same order.
    private static async Task<List<AuditFinding>> ReleasesAsync(OmrDatabase db, List<AuditRow> entries, CancellationToken stop)
    {
        var stored = (await db.Releases.OrderBy(r => r.Id).ToListAsync(stop))
            .GroupBy(r => $"kab {r.Kab}")
            .ToDictionary(g => g.Key, g => g.Select(r => (r.ApprovedBy, r.RunId.ToString(CultureInfo.InvariantCulture), r.Note)).ToList());
        var told = entries.GroupBy(e => e.Subject).ToDictionary(g => g.Key, g => g.Select(e => (e.Who, e.After, e.Why)).ToList());
        return
        [
            .. stored.Keys.Union(told.Keys).Order(StringComparer.Ordinal)
                .Where(kab => !stored.GetValueOrDefault(kab, []).SequenceEqual(told.GetValueOrDefault(kab, [])))
                .Select(kab => new AuditFinding(null, new($"rilis {kab} yang tersimpan bukan yang ada di log", $"the stored releases of {kab} aren't those in the log"))),
        ];
    }

    private static string Subject(RunRow run) => string.Create(CultureInfo.InvariantCulture, $"run {run.Id}");

    private static Wording Say(FormattableString indonesian, FormattableString english) =>
        new(indonesian.ToString(CultureInfo.InvariantCulture), english.ToString(CultureInfo.InvariantCulture));
}
