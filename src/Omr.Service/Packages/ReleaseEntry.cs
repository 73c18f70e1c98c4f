using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Audit;
using Omr.Service.Storage;

namespace Omr.Service.Packages;

/// <summary>The entry of the audit log that is a release.</summary>
internal static class ReleaseEntry
{
    private const string Act = "release.approve";

    /// <summary>Whether that entry released that kab of that run.</summary>
    public static bool Is(AuditEntry? entry, string kab, long run) =>
        entry is { Act: Act } && entry.Subject == Subject(kab) && entry.After == run.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number of a release's entry: of each kab they come in the same order as the releases.</summary>
    public static async Task<long> FindAsync(OmrDatabase db, ReleaseRow release, CancellationToken stop)
    {
        var before = await db.Releases.CountAsync(r => r.Kab == release.Kab && r.Id < release.Id, stop);
        var subject = Subject(release.Kab);
        return await db.Audit.Where(a => a.Act == Act && a.Subject == subject).OrderBy(a => a.Id).Skip(before).Select(a => a.Id).FirstAsync(stop);
    }

    private static string Subject(string kab) => $"kab {kab}";
}
