using System.Collections.Immutable;

namespace Omr.Service.Audit;

/// <summary>Shows that a log began with all that an earlier, smaller one held, in the same order, without either.</summary>
/// <param name="First">Entries of the earlier log, at least 1.</param>
/// <param name="Second">Entries of the later log.</param>
/// <param name="Path">The hashes that lead to both roots.</param>
internal sealed record ConsistencyProof(long First, long Second, ImmutableArray<byte[]> Path)
{
    /// <summary>Makes the proof from all leaves of the later log.</summary>
    public static ConsistencyProof Of(long first, ReadOnlySpan<byte[]> leaves) =>
        new(first, leaves.Length, [.. MerkleTree.ConsistencyPath((int)first, leaves)]);

    /// <summary>Whether it leads to both roots (RFC 9162 section 2.1.4.2).</summary>
    public bool Holds(ReadOnlySpan<byte> firstRoot, ReadOnlySpan<byte> secondRoot)
    {
        if (First < 1 || First > Second || Path.Any(h => h.Length != MerkleTree.HashBytes))
            return false;
        if (First == Second)
            return Path.IsEmpty && firstRoot.SequenceEqual(secondRoot);
        // A full subtree's own root begins the path and is not repeated in it.
        ImmutableArray<byte[]> path = long.IsPow2(First) ? [firstRoot.ToArray(), .. Path] : Path;
        if (path.IsEmpty)
            return false;
        var (at, last) = (First - 1, Second - 1);
        while (at % 2 == 1)
            (at, last) = (at / 2, last / 2);
        var (first, second) = (path[0], path[0]);
        foreach (var other in path.AsSpan()[1..])
        {
            if (last == 0)
                return false;
            if (at % 2 == 1 || at == last)
            {
                (first, second) = (MerkleTree.Node(other, first), MerkleTree.Node(other, second));
                while (at % 2 == 0 && at != 0)
                    (at, last) = (at / 2, last / 2);
            }
            else
            {
                second = MerkleTree.Node(second, other);
            }

            (at, last) = (at / 2, last / 2);
        }

        return last == 0 && firstRoot.SequenceEqual(first) && secondRoot.SequenceEqual(second);
    }
}
