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
        var last = database.Audit.Local.Select(a => (long?)a.Id).Max()
            ?? await database.Audit.MaxAsync(a => (long?)a.Id, stop) ?? 0;
        var (id, at) = (last + 1, time.GetUtcNow().UtcDateTime);
        var entry = new AuditEntry(
            id, AuditEntry.TimeText(at), who.Name, who.Role.ToString(), act, subject, before, after, why);
        var node = MerkleTree.Leaf(entry.ToBytes());
        for (var left = 1L; id % (2 * left) == 0; left *= 2)
            node = MerkleTree.Node(await NodeAsync(database, id - left, stop), node);
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

    private static async Task<byte[]> NodeAsync(OmrDatabase database, long id, CancellationToken stop) => Convert.FromHexString(
        database.Audit.Local.FirstOrDefault(a => a.Id == id)?.Hash
        ?? await database.Audit.Where(a => a.Id == id).Select(a => a.Hash).SingleAsync(stop));
}
