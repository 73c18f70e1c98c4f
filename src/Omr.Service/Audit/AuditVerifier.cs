using System.Data.Common;
using System.Globalization;
using System.Text;

namespace Omr.Service.Audit;

/// <summary>
/// Verifies a log in one reading: makes the whole tree anew from the entries, holds each node that is stored beside them
/// against it, and each kept head against the root that the log has at the head's size.
/// </summary>
internal sealed class AuditVerifier
{
    private const int MostEntriesNamed = 100;

    private readonly List<AuditFinding> _findings = [];
    private readonly MerkleFrontier _true = new();

    private readonly ILookup<long, KeptHead> _bySize;
    private readonly HeadSet _heads;

    // As the stored nodes tell it, from the first wrong one on: so the one beside a changed entry is named, and not all that
    // are built on it.
    private MerkleFrontier? _stored;

    private int _agreeing;
    private long _covered;

    private AuditVerifier(HeadSet heads) => (_heads, _bySize) = (heads, heads.Heads.ToLookup(h => h.Head.Size));

    /// <summary>Verifies the log of a database file.</summary>
    public static AuditReport Verify(string database, HeadSet heads, CancellationToken stop)
    {
        var verifier = new AuditVerifier(heads);
        try
        {
            using var log = new AuditLog(database);
            verifier.Take(log.Entries(), stop);
        }
        catch (DbException damaged)
        {
            verifier.Find(verifier._true.Count + 1, new(
                $"basis data tidak dapat dibaca ({damaged.Message})", $"the database can't be read ({damaged.Message})"));
        }

        return verifier.Report();
    }

    private void Take(IEnumerable<StoredEntry> entries, CancellationToken stop)
    {
        Span<byte> text = stackalloc byte[2 * MerkleTree.HashBytes];
        foreach (var entry in entries)
        {
            stop.ThrowIfCancellationRequested();
            var next = _true.Count + 1;
            if (entry.Number != next)
            {
                // Places in the tree are not known any more; the heads tell what else is wrong.
                Find(next, OutOfOrder(next, entry.Number));
                return;
            }

            var leaf = MerkleTree.Leaf(entry.Bytes);
            var made = _true.Append(leaf);
            var node = _stored is null ? made : _stored.Append(leaf);
            Convert.TryToHexStringLower(node, text, out _);
            if (!entry.Node.AsSpan().SequenceEqual(text))
            {
                Find(next, new("isi entri, atau simpul di sampingnya, diubah", "the entry's content, or the node beside it, was changed"));
                _stored ??= _true.Copy();
                _stored.ReplaceLast(Parse(entry.Node) ?? node);
            }

            if (_bySize.Contains(next))
                Hold(_bySize[next]);
        }
    }

    private void Hold(IEnumerable<KeptHead> heads)
    {
        var root = Convert.ToHexStringLower(_true.Root());
        foreach (var head in heads)
        {
            if (head.Head.Root == root)
            {
                _agreeing++;
                _covered = head.Head.Size;
                continue;
            }

            var from = _covered + 1;
            Find(from, Say(
                $"{Name(head)}: log sampai entri {head.Head.Size} bukan lagi yang ditandatangani; ada yang diubah, ditambah, atau dihapus di antara entri {from} dan {head.Head.Size}",
                $"{Name(head)}: the log up to entry {head.Head.Size} isn't what was signed; something was changed, added or removed between entries {from} and {head.Head.Size}"));
        }
    }

    private AuditReport Report()
    {
        var read = _true.Count;
        foreach (var head in _heads.Heads.Where(h => h.Head.Size > read))
        {
            Find(read + 1, Say(
                $"{Name(head)}: menandatangani {head.Head.Size} entri, log hanya {read}; ekornya dipotong",
                $"{Name(head)}: signs {head.Head.Size} entries, the log has {read} only; its tail was cut off"));
        }

        return new(read, Convert.ToHexStringLower(_true.Root()), _agreeing, _covered, [.. _heads.Faults, .. _findings]);
    }

    private void Find(long entry, Wording what)
    {
        if (_findings.Count < MostEntriesNamed)
            _findings.Add(new(entry, what));
    }

    private static string Name(KeptHead head) => Path.GetFileName(head.File);

    private static Wording OutOfOrder(long wanted, long found) => found < wanted
        ? Say($"ada entri bernomor {found} di depannya", $"an entry numbered {found} stands before it")
        : found == wanted + 1
            ? Say($"entri tidak ada; berikutnya {found}", $"the entry is missing; the next is {found}")
            : Say($"entri {wanted} sampai {found - 1} tidak ada", $"entries {wanted} to {found - 1} are missing");

    private static Wording Say(FormattableString indonesian, FormattableString english) =>
        new(indonesian.ToString(CultureInfo.InvariantCulture), english.ToString(CultureInfo.InvariantCulture));

    private static byte[]? Parse(byte[] node)
    {
        var text = Encoding.ASCII.GetString(node);
        return text.Length == 2 * MerkleTree.HashBytes && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : null;
    }
}
