using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Storage;

namespace Omr.Service.Audit.Facts;

/// <summary>
/// Accounts, which change: as the log's entries leave them. Who they are and what they may do, what is kept of passwords, keys
/// and one-time codes, and that nobody is signed in who didn't sign in. Counts of wrong tries and locks aren't compared.
/// </summary>
internal static class AccountFacts
{
    /// <summary>What differs; accounts whose password or key the log doesn't tell are noted.</summary>
    public static async Task<(IEnumerable<AuditFinding> Findings, IEnumerable<Wording> Notes)> CompareAsync(
        OmrDatabase db, ILookup<string, AuditRow> log, CancellationToken stop)
    {
        var told = new Dictionary<string, ToldAccount>(StringComparer.OrdinalIgnoreCase);
        var entries = log.Where(g => g.Key.StartsWith("account.", StringComparison.Ordinal) || g.Key == "session.start");
        foreach (var entry in entries.SelectMany(g => g).OrderBy(e => e.Id))
        {
            if (entry.Act == "account.create")
                told.TryAdd(entry.Subject, new(entry));
            else
                told.GetValueOrDefault(entry.Subject)?.Take(entry);
        }

        var rows = await db.Accounts.OrderBy(a => a.Id).ToListAsync(stop);
        var sessions = (await db.Sessions.OrderBy(s => s.Id).ToListAsync(stop)).ToLookup(s => s.AccountId);
        var findings = new List<AuditFinding>();
        var bare = told.Values.Count(a => a.Secret is null);
        foreach (var row in rows)
        {
            if (!told.Remove(row.Name, out var known))
                findings.Add(new(null, new($"akun {row.Name} tersimpan, tetapi tidak ada di log", $"account {row.Name} is stored, but isn't in the log")));
            else
                findings.AddRange(Differences(row, known, [.. sessions[row.Id]]).Select(what => Changed(row.Name, known.Entry, what)));
        }

        findings.AddRange(told.Select(t => new AuditFinding(
            t.Value.Entry, new($"akun {t.Key} ada di log, tetapi tidak tersimpan", $"account {t.Key} is in the log, but isn't stored"))));
        IEnumerable<Wording> notes = bare == 0 ? [] : [new(
            $"{bare} akun dari versi lama: kata sandi atau kuncinya baru dibandingkan sesudah diganti",
            $"{bare} accounts of an older version: their password or key is compared only once it is changed")];
        return (findings, notes);
    }

    private static IEnumerable<Wording> Differences(AccountRow row, ToldAccount told, List<SessionRow> sessions)
    {
        if ($"{row.Role} {row.Scope}".Trim() != told.RoleAndRegion)
            yield return new("peran atau wilayah", "role or region");
        if ((told.Kind ?? Kind(row)) != Kind(row) || (told.Person ?? row.Person) != row.Person)
            yield return new("pemakainya", "who uses it");
        if (told.Secret is { } secret && secret != Accounts.Digest(row.Secret))
            yield return new("kata sandi atau kunci", "password or key");
        if (told.Kind is not null && told.IsIssued != (row.PasswordIssuedAt is not null))
            yield return new("kewajiban mengganti kata sandi", "whether the password must be changed");
        if (row.ApprovedBy != told.ApprovedBy)
            yield return new("persetujuan", "who approved it");
        if ((row.DisabledAt is null) != (told.DisabledAt is null))
            yield return new("penutupan", "whether it is shut out");
        if (row.IsSecondFactorConfirmed != told.HasCodes || (told.Codes is { } codes && codes != Accounts.Digest(row.SecondFactor ?? "")))
            yield return new("kode sekali pakai", "one-time codes");
        if (sessions.Count != told.Sessions.Count || sessions.Zip(told.Sessions).Any(s => s.Second is { } code && code != s.First.HasSecondFactor))
            yield return new("sesi", "sessions");
    }

    private static string Kind(AccountRow row) => row.IsMachine ? "machine" : "person";

    private static AuditFinding Changed(string name, long entry, Wording what) => new(entry, new(
        $"akun {name}: {what.Indonesian} bukan yang ada di log", $"account {name}: {what.English} not as the log tells"));
}
