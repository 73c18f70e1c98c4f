using Microsoft.EntityFrameworkCore;
using Omr.Service.KeyCustody;
using Omr.Service.Storage;

namespace Omr.Service.Audit.Facts;

/// <summary>Answer keys as they were entered and sealed, by the hashes of their ciphers.</summary>
internal static class KeyFacts
{
    /// <summary>What differs.</summary>
    public static async Task<IEnumerable<AuditFinding>> CompareAsync(OmrDatabase db, ILookup<string, AuditRow> log, CancellationToken stop)
    {
        var entries = await db.KeyEntries.OrderBy(e => e.Id).ToListAsync(stop);
        var versions = await db.KeyVersions.OrderBy(v => v.Version).ToListAsync(stop);
        return
        [
            .. Fact.Compare(
                entries.Select(e => new Fact(null, Entry(e.Subject), e.At, [e.By, KeyDesk.Named("entry", e.Id, e.Cipher), e.Reason])),
                log["key.enter"].Select(e => new Fact(e.Id, Entry(e.Subject), e.At, [e.Who, e.After, e.Why]))),
            .. Fact.Compare(
                versions.Select(v => new Fact(null, Sealed(v.Subject), v.SealedAt, [v.SealedBy, KeyDesk.Named("version", v.Version, v.Cipher), v.Reason])),
                log["key.seal"].Select(e => new Fact(e.Id, Sealed(e.Subject), e.At, [e.Who, e.After, e.Why]))),
        ];
    }

    private static Wording Entry(string subject) => new($"entri kunci mapel {subject}", $"an entry of the key of subject {subject}");

    private static Wording Sealed(string subject) => new($"kunci mapel {subject} yang disegel", $"the sealed key of subject {subject}");
}
