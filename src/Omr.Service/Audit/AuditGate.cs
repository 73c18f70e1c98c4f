using Omr.Service.Hosting;
using Omr.Service.Signing;

namespace Omr.Service.Audit;

/// <summary>Verifies the log with all kept heads before a service takes up its work: on a log that was tampered with none starts.</summary>
internal static class AuditGate
{
    /// <summary>Verifies; what speaks against starting, or null.</summary>
    public static Wording? Check(DataFolder data, AuditOptions options, CancellationToken stop)
    {
        string[] folders = options.Heads.Length == 0 ? [data.Heads] : [data.Heads, options.Heads];
        var key = SigningKey.Find(data.Secrets);
        if (key is null && folders.FirstOrDefault(HeadFolder.HasHeads) is { } signed)
        {
            return new(
                $"{data.Secrets}: kunci penanda tangan (signing.pem) tidak ada, padahal kepala log ada di {signed}; kembalikan dari cadangan (docs/audit.md)",
                $"{data.Secrets}: the signing key (signing.pem) is missing though heads are in {signed}; put it back from a backup (docs/audit.md)");
        }

        var heads = key is null ? HeadSet.None : HeadFolder.Load(folders, [key.Public]);
        var findings = AuditVerifier.Verify(data.Database, heads, stop).Findings;
        if (findings.IsEmpty)
            return null;
        var (entry, what) = findings[0];
        var (id, en) = entry is { } n
            ? (FormattableString.Invariant($"entri {n}: "), FormattableString.Invariant($"entry {n}: "))
            : ("", "");
        return new(
            $"log audit tidak utuh, layanan tidak dijalankan: {id}{what.Indonesian} ({findings.Length} temuan; lihat omr audit verify --data {data.Root})",
            $"the audit log isn't whole, the service isn't started: {en}{what.English} ({findings.Length} findings; see omr audit verify --data {data.Root})");
    }
}
