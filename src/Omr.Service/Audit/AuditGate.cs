using Omr.Service.Hosting;

namespace Omr.Service.Audit;

/// <summary>Verifies the log with all kept heads before a service takes up its work: on a log that was tampered with none starts.</summary>
internal static class AuditGate
{
    /// <summary>Verifies; what speaks against starting, or null.</summary>
    public static Wording? Check(DataFolder data, AuditOptions options, CancellationToken stop)
    {
        string[] folders = options.Heads.Length == 0 ? [data.Heads] : [data.Heads, options.Heads];
        var (key, lost) = HeadSigner.KeyOf(data.Secrets, folders);
        if (key is null)
            return lost;
        var heads = HeadFolder.Load(folders, [key.Public]);
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
