using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Rosters;
using Omr.Service.Storage;

namespace Omr.Service.Audit.Facts;

/// <summary>Imported lists: each import with all its rows, by the hash that its entry holds.</summary>
internal static partial class ListFacts
{
    /// <summary>What differs; imports whose rows the log doesn't tell are noted.</summary>
    public static async Task<(IEnumerable<AuditFinding> Findings, IEnumerable<Wording> Notes)> CompareAsync(
        OmrDatabase db, ILookup<string, AuditRow> log, CancellationToken stop)
    {
        var told = new List<Fact>();
        var bare = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in log["roster.import"].Concat(log["attendance.import"]))
        {
            var says = After().Match(entry.After);
            var number = says.Groups["id"].Value;
            if (!says.Groups["rows"].Success)
                bare.Add(number);
            told.Add(new(entry.Id, Name(number), entry.At, [
                entry.Act, entry.Subject, entry.Who, says.Groups["counts"].Value, says.Groups["file"].Value, says.Groups["rows"].Value,
            ]));
        }

        var stored = new List<Fact>();
        foreach (var import in await db.Imports.OrderBy(i => i.Id).ToListAsync(stop))
        {
            var number = import.Id.ToString(CultureInfo.InvariantCulture);
            var counts = string.Create(CultureInfo.InvariantCulture, $"+{import.Added} ~{import.Changed} -{import.Removed}");
            stored.Add(new(null, Name(number), import.At, [
                $"{import.Kind}.import", import.FileName, import.By, counts, import.Sha256, bare.Contains(number) ? "" : await RowsAsync(db, import, stop),
            ]));
        }

        IEnumerable<Wording> notes = bare.Count == 0 ? [] : [new(
            $"{bare.Count} impor dari versi lama: log tidak memuat sidik barisnya, jadi baris itu tidak dibandingkan",
            $"{bare.Count} imports of an older version: the log doesn't hold their rows' hash, so these rows aren't compared")];
        return (Fact.Compare(stored, told), notes);
    }

    private static async Task<string> RowsAsync(OmrDatabase db, ImportRow import, CancellationToken stop) => import.Kind == "roster"
        ? ImportDigest.Of(await db.Participants.Where(p => p.ImportId == import.Id).OrderBy(p => p.Id).ToListAsync(stop))
        : ImportDigest.Of(await db.Attendance.Where(a => a.ImportId == import.Id).OrderBy(a => a.Id).ToListAsync(stop));

    private static Wording Name(string number) => new($"impor {number}", $"import {number}");

    // As ListImport writes it; until 0.1 without the hash of the rows.
    [GeneratedRegex(@"^import (?<id>\d+): (?<counts>\+\d+ ~\d+ -\d+) =\d+, sha256 (?<file>[0-9a-f]{64})(, rows sha256 (?<rows>[0-9a-f]{64}))?$")]
    private static partial Regex After();
}
