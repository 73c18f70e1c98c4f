using System.Collections.Immutable;

namespace Omr.Service.Audit;

/// <summary>Shows that an entry is in a log of that size and root, without the log.</summary>
/// <param name="Entry">Number of the entry, from 1.</param>
/// <param name="Size">Entries of the log.</param>
/// <param name="Path">The hashes from the leaf to the root.</param>
internal sealed record InclusionProof(long Entry, long Size, ImmutableArray<byte[]> Path)
{
    /// <summary>Makes the proof from all leaves of a log.</summary>
    public static InclusionProof Of(long entry, ReadOnlySpan<byte[]> leaves) =>
        new(entry, leaves.Length, [.. MerkleTree.InclusionPath((int)entry - 1, leaves)]);

    /// <summary>Whether it leads from that leaf to that root (RFC 9162 section 2.1.3.2).</summary>
    public bool Holds(byte[] leaf, ReadOnlySpan<byte> root)
    {
        if (Entry < 1 || Entry > Size)
            return false;
        var (at, last, hash) = (Entry - 1, Size - 1, leaf);
        foreach (var other in Path)
        {
            if (last == 0 || other.Length != MerkleTree.HashBytes)
                return false;
            if (at % 2 == 1 || at == last)
            {
                hash = MerkleTree.Node(other, hash);
                while (at % 2 == 0 && at != 0)
                    (at, last) = (at / 2, last / 2);
            }
            else
            {
                hash = MerkleTree.Node(hash, other);
            }

            (at, last) = (at / 2, last / 2);
        }

        return last == 0 && root.SequenceEqual(hash);
    }
}
