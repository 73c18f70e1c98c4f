using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Hosting;
using Omr.Service.Signing;
using Omr.Service.Storage;

namespace Omr.Service.Audit;

/// <summary>Signs the log as it is now, and puts the head into every folder that hasn't one of that size yet.</summary>
internal static class HeadSigner
{
    /// <summary>Signs; what went wrong, one sentence a folder.</summary>
    /// <param name="store">The database.</param>
    /// <param name="secrets">Where the key lies, or is made.</param>
    /// <param name="folders">Where heads are kept.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<ImmutableArray<Wording>> SignAsync(
        Store store, string secrets, IReadOnlyList<string> folders, TimeProvider time, CancellationToken stop)
    {
        var frontier = await store.ReadAsync(db => FrontierAsync(db, stop), stop);
        if (frontier.Count == 0)
            return [.. folders.Where(f => !Directory.Exists(f)).Select(f => Unwritten(f, new DirectoryNotFoundException(f)))];
        if (folders.All(f => HeadFolder.Has(f, frontier.Count)))
            return [];
        var (key, lost) = KeyOf(secrets, folders);
        if (key is null)
            return [lost!];
        var head = KeptHead.Of(
            new(frontier.Count, Convert.ToHexStringLower(frontier.Root()), time.GetUtcNow().UtcDateTime, key.Public.Id), key);
        var problems = ImmutableArray.CreateBuilder<Wording>();
        foreach (var folder in folders)
        {
            try
            {
                HeadFolder.Add(folder, head, key.Public);
            }
            catch (Exception away) when (away is IOException or UnauthorizedAccessException)
            {
                problems.Add(Unwritten(folder, away));
            }
        }

        return problems.ToImmutable();
    }

    /// <summary>
    /// The key that signs, made if nothing was ever signed; what is wrong if it is lost. A new one in its place would look as if
    /// somebody else had taken over the log.
    /// </summary>
    public static (SigningKey? Key, Wording? Problem) KeyOf(string secrets, IReadOnlyList<string> folders) =>
        SigningKey.Find(secrets) is { } key ? (key, null)
        : folders.FirstOrDefault(HeadFolder.HasHeads) is { } signed ? (null, new(
            $"{secrets}: kunci penanda tangan (signing.pem) tidak ada, padahal kepala log ada di {signed}; kembalikan dari cadangan (docs/audit.md)",
            $"{secrets}: the signing key (signing.pem) is missing though heads are in {signed}; put it back from a backup (docs/audit.md)"))
        : (SigningKey.Make(secrets), null);

    private static Wording Unwritten(string folder, Exception why)
    {
        var fault = FaultWording.Of(why);
        return new($"{folder}: kepala log tidak dapat ditulis: {fault.Indonesian}", $"{folder}: the log's head can't be written: {fault.English}");
    }

    private static async Task<MerkleFrontier> FrontierAsync(OmrDatabase db, CancellationToken stop)
    {
        var size = await db.Audit.MaxAsync(a => (long?)a.Id, stop) ?? 0;
        var ends = MerkleFrontier.EndsOf(size).ToList();
        var nodes = await db.Audit.Where(a => ends.Contains(a.Id)).OrderBy(a => a.Id).Select(a => a.Hash).ToListAsync(stop);
        return nodes.Count == ends.Count
            ? MerkleFrontier.Of(size, nodes.Select(n => Convert.FromHexString(n)))
            : throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture, $"the audit log has no whole tree of {size} entries; run omr audit verify"));
    }
}
