using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Scoring;
using Omr.Service.Storage;

namespace Omr.Service.KeyCustody;

/// <summary>The sealed keys, for scoring, and where those that aren't sealed stand, for the ones who enter and seal them.</summary>
internal sealed class KeyStore(Store store, KeyCipher cipher)
{
    /// <summary>The newest sealed version of every subject.</summary>
    public Task<SealedKeys> CurrentAsync(CancellationToken stop) => store.ReadAsync(db => CurrentAsync(db, stop), stop);

    /// <summary>The newest sealed version of every subject, as that transaction sees them.</summary>
    public async Task<SealedKeys> CurrentAsync(OmrDatabase db, CancellationToken stop) =>
        Open((await db.KeyVersions.AsNoTracking().ToListAsync(stop)).GroupBy(v => v.Subject).Select(g => g.MaxBy(v => v.Version)!));

    /// <summary>The versions that an older run used.</summary>
    /// <param name="versions">As <see cref="SealedKeys.Versions"/> told them.</param>
    /// <param name="stop">Gives up.</param>
    public Task<SealedKeys> AtAsync(string versions, CancellationToken stop) =>
        store.ReadAsync(db => AtAsync(db, versions, stop), stop);

    /// <summary>The versions that an older run used, as that transaction sees them.</summary>
    public async Task<SealedKeys> AtAsync(OmrDatabase db, string versions, CancellationToken stop)
    {
        var wanted = versions.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var found = (await db.KeyVersions.AsNoTracking().ToListAsync(stop)).Where(v => wanted.Contains(Name(v))).ToList();
        return found.Count == wanted.Count
            ? Open(found)
            : throw new InvalidOperationException($"key versions {versions}: only {string.Join(' ', found.Select(Name))} are stored");
    }

    /// <summary>Where every subject's key stands that anybody entered one for, by subject.</summary>
    public async Task<IReadOnlyList<(string Subject, KeyStanding Standing)>> StandingsAsync(OmrDatabase db, CancellationToken stop)
    {
        var standings = new List<(string, KeyStanding)>();
        foreach (var subject in await db.KeyEntries.Select(e => e.Subject).Distinct().OrderBy(s => s).ToListAsync(stop))
            standings.Add((subject, await StandingAsync(db, subject, stop)));
        return standings;
    }

    /// <summary>Where a subject's key stands.</summary>
    public async Task<KeyStanding> StandingAsync(OmrDatabase db, string subject, CancellationToken stop)
    {
        var versions = await db.KeyVersions.Where(v => v.Subject == subject).OrderByDescending(v => v.Version).ToListAsync(stop);
        var after = versions is [var last, ..] ? Math.Max(last.FirstEntryId, last.SecondEntryId) : 0;
        var entries = await db.KeyEntries.Where(e => e.Subject == subject && e.Id > after).ToListAsync(stop);
        ImmutableArray<KeyEntryRow> newest =
            [.. entries.GroupBy(e => e.By, StringComparer.OrdinalIgnoreCase).Select(g => g.MaxBy(e => e.Id)!).OrderByDescending(e => e.Id)];
        return new(
            [.. versions], newest, newest is [var second, var first, ..] ? KeyBytes.Differences(Packages(first), Packages(second)) : null);
    }

    /// <summary>An entry, encrypted for its own row.</summary>
    public byte[] EncryptEntry(string subject, string by, IEnumerable<PackageKey> packages, bool isFirst) =>
        cipher.Encrypt(KeyBytes.Write(packages), EntryPurpose(subject, by), isFirst);

    /// <summary>An entry, encrypted for the row of a version.</summary>
    public byte[] EncryptVersion(KeyEntryRow entry, int version) => cipher.Encrypt(
        cipher.Decrypt(entry.Cipher, EntryPurpose(entry.Subject, entry.By)), VersionPurpose(entry.Subject, version), isFirst: false);

    private ImmutableArray<PackageKey> Packages(KeyEntryRow entry) =>
        KeyBytes.Read(entry.Subject, cipher.Decrypt(entry.Cipher, EntryPurpose(entry.Subject, entry.By)));

    private SealedKeys Open(IEnumerable<KeyVersionRow> versions)
    {
        var rows = versions.OrderBy(v => v.Subject, StringComparer.Ordinal).ToList();
        return new(
            new([.. rows.SelectMany(v => KeyBytes.Read(v.Subject, cipher.Decrypt(v.Cipher, VersionPurpose(v.Subject, v.Version))))]),
            string.Join(' ', rows.Select(Name)));
    }

    private static string Name(KeyVersionRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Subject}:{row.Version}");

    private static string EntryPurpose(string subject, string by) => $"omr key entry\n{subject}\n{by}";

    private static string VersionPurpose(string subject, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"omr key version\n{subject}\n{version}");
}
