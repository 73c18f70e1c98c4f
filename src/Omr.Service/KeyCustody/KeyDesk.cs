using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Audit;
using Omr.Service.Scoring;
using Omr.Service.Storage;

namespace Omr.Service.KeyCustody;

/// <summary>
/// Takes keys in: two people enter a subject's key without seeing the other's, a third seals it if both are the same. What
/// is sealed is never changed; a revision goes the same way and becomes the next version.
/// </summary>
internal sealed class KeyDesk(Store store, KeyStore keys, TimeProvider time)
{
    private static readonly Wording NeedsReason = new(
        "Kunci mapel ini sudah disegel; sebutkan alasan perubahan dengan ?reason= (butir mana dan mengapa, tanpa jawabannya).",
        "This subject's key is sealed; say why it is changed by ?reason= (which items and why, without their answers).");

    private static readonly Wording SecondPerson = new(
        "Anda sudah memasukkan kunci ini dengan akun lain; minta orang kedua.",
        "You entered this key by another account already; ask a second person.");

    private static readonly Wording Corrector = new(
        "Yang pernah mengusulkan atau memutus koreksi jawaban tidak boleh memegang kunci.",
        "Who proposed or decided a correction of answers may not hold a key.");

    private static readonly Wording ThirdPerson = new(
        "Yang memasukkan kunci tidak boleh menyegelnya; minta orang ketiga.",
        "Whoever entered the key may not seal it; ask a third person.");

    /// <summary>Stores one person's entry, and tells where the key stands then.</summary>
    public Task<(KeyStanding? Standing, bool IsReplaced, Refused? Refusal)> EnterAsync(
        string subject, IReadOnlyCollection<PackageKey> packages, string reason, Caller caller, CancellationToken stop) =>
        store.WriteAsync<(KeyStanding?, bool, Refused?)>(
            async db =>
            {
                if (reason.Length == 0 && await db.KeyVersions.AnyAsync(v => v.Subject == subject, stop))
                    return (null, false, new(StatusCodes.Status422UnprocessableEntity, NeedsReason));
                var own = await OwnAccounts.OfAsync(db, caller, stop);
                var before = (await keys.StandingAsync(db, subject, stop)).Entries;
                if (before.Any(e => e.By != caller.Name && own.Contains(e.By)))
                    return (null, false, new(StatusCodes.Status403Forbidden, SecondPerson));
                if ((await db.Corrections.Select(c => c.By).Concat(db.CorrectionDecisions.Select(d => d.By)).Distinct().ToListAsync(stop)).Exists(own.Contains))
                    return (null, false, new(StatusCodes.Status403Forbidden, Corrector));
                var isFirst = !await db.KeyEntries.AnyAsync(stop);
                var entry = new KeyEntryRow
                {
                    Subject = subject,
                    By = caller.Name,
                    At = time.GetUtcNow().UtcDateTime,
                    Cipher = keys.EncryptEntry(subject, caller.Name, packages, isFirst),
                    Reason = reason,
                };
                db.KeyEntries.Add(entry);
                await db.SaveChangesAsync(stop); // so that it is among the entries that are compared
                await AuditTrail.AppendAsync(
                    db, time, caller, "key.enter", subject, after: Named("entry", entry.Id, entry.Cipher), why: reason, stop: stop);
                return (await keys.StandingAsync(db, subject, stop), before.Any(e => e.By == caller.Name), null);
            },
            stop);

    /// <summary>Seals what two people entered alike, and tells the version.</summary>
    public Task<(int Version, Refused? Refusal)> SealAsync(string subject, Caller caller, CancellationToken stop) =>
        store.WriteAsync<(int, Refused?)>(
            async db =>
            {
                var standing = await keys.StandingAsync(db, subject, stop);
                var own = await OwnAccounts.OfAsync(db, caller, stop);
                if (standing.Entries.Any(e => own.Contains(e.By)))
                    return (0, new(StatusCodes.Status403Forbidden, ThirdPerson));
                if (standing is not { Differences: { } differences, Entries: [var second, var first, ..] })
                    return (0, new(StatusCodes.Status409Conflict, NotYetTwo(subject, standing)));
                if (!standing.IsAgreed)
                    return (0, new(StatusCodes.Status409Conflict, Differ(differences.Length)));
                var version = (standing.Sealed?.Version ?? 0) + 1;
                var row = new KeyVersionRow
                {
                    Subject = subject,
                    Version = version,
                    FirstEntryId = first.Id,
                    SecondEntryId = second.Id,
                    SealedBy = caller.Name,
                    SealedAt = time.GetUtcNow().UtcDateTime,
                    Cipher = keys.EncryptVersion(second, version),
                    Reason = first.Reason == second.Reason ? first.Reason : $"{first.Reason} / {second.Reason}",
                };
                db.KeyVersions.Add(row);
                await AuditTrail.AppendAsync(
                    db, time, caller, "key.seal", subject,
                    before: standing.Sealed is null ? "" : Named("version", standing.Sealed.Version, standing.Sealed.Cipher),
                    after: Named("version", version, row.Cipher), why: row.Reason, stop: stop);
                return (version, null);
            },
            stop);

    private static Wording NotYetTwo(string subject, KeyStanding standing) => standing switch
    {
        { Entries: [var only, ..] } => new(
            $"Kunci mapel {subject} baru dimasukkan satu orang ({only.By}); minta orang kedua, karena yang disegel dua entri sama dari dua orang.",
            $"The key of subject {subject} was entered by one person only ({only.By}); ask a second one: two alike by two people are sealed."),
        { Sealed: { } last } => new(
            $"Kunci mapel {subject} versi {last.Version} sudah disegel, dan sejak itu tidak ada entri baru.",
            $"Version {last.Version} of the key of subject {subject} is sealed, and nothing was entered since."),
        _ => new(
            $"Kunci mapel {subject} belum dimasukkan siapa pun; perlu dua entri dari dua orang.",
            $"Nobody entered the key of subject {subject}; it takes two entries by two people."),
    };

    private static Wording Differ(int count) => new(
        $"Kedua entri berbeda pada {count} butir; periksa butir itu pada naskah kunci dan masukkan lagi.",
        $"The two entries differ in {count} items; check these in the key's paper and enter them again.");

    /// <summary>What the audit log calls an entry or a version: the cipher's hash tells nothing of the key, its nonce is random.</summary>
    public static string Named(string what, long number, byte[] cipher) =>
        string.Create(CultureInfo.InvariantCulture, $"{what} {number}, sha256 {Convert.ToHexStringLower(SHA256.HashData(cipher))}");
}
