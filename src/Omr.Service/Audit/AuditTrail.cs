using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Storage;

namespace Omr.Service.Audit;

/// <summary>
/// Writes down who did what, in the same transaction as the act itself: either both are there or neither. The entries are
/// the leaves of a <see cref="MerkleTree"/>; each row keeps the root of the largest full subtree that ends with it, so that
/// the next one needs no more than one row for each halving of its number.
/// </summary>
internal static class AuditTrail
{
    /// <summary>Adds an entry to the log.</summary>
    public static async Task AppendAsync(
        OmrDatabase database,
        TimeProvider time,
        Caller who,
        string act,
        string subject,
        string before = "",
        string after = "",
        string why = "",
        CancellationToken stop = default)
    {
        var pending = Pending(database);
        var last = pending.Count > 0 ? pending.Keys.Max() : await database.Audit.MaxAsync(a => (long?)a.Id, stop) ?? 0;
        var (id, at) = (last + 1, time.GetUtcNow().UtcDateTime);
        var entry = new AuditEntry(
            id, AuditEntry.TimeText(at), who.Name, who.Role.ToString(), act, subject, before, after, why);
        var node = MerkleTree.Leaf(entry.ToBytes());
        for (var left = 1L; id % (2 * left) == 0; left *= 2)
            node = MerkleTree.Node(await NodeAsync(database, pending, id - left, stop), node);
        database.Audit.Add(new()
        {
            Id = id,
            At = at,
            Who = entry.Who,
            Role = entry.Role,
            Act = act,
            Subject = subject,
            Before = before,
            After = after,
            Why = why,
            Hash = Convert.ToHexStringLower(node),
        });
    }

    // The entries of this transaction that aren't in the table yet. Looking for them must not make the mapper look through all
    // that it tracks, which may be a province's lists.
    private static Dictionary<long, string> Pending(OmrDatabase database)
    {
        var looks = database.ChangeTracker.AutoDetectChangesEnabled;
        database.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return database.Audit.Local.ToDictionary(a => a.Id, a => a.Hash);
        }
        finally
        {
            database.ChangeTracker.AutoDetectChangesEnabled = looks;
        }
    }

    private static async Task<byte[]> NodeAsync(
        OmrDatabase database, Dictionary<long, string> pending, long id, CancellationToken stop) => Convert.FromHexString(
            pending.GetValueOrDefault(id) ?? await database.Audit.Where(a => a.Id == id).Select(a => a.Hash).SingleAsync(stop));
}
