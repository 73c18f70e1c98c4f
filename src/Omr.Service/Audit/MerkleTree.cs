using System.Security.Cryptography;

namespace Omr.Service.Audit;

/// <summary>
/// The tree of RFC 9162 section 2.1 over a log's entries: a leaf is H(0x00 || entry), a node H(0x01 || left || right), H is
/// SHA-256. Its root stands for all entries in their order.
/// </summary>
internal static class MerkleTree
{
    /// <summary>Bytes of a hash.</summary>
    public const int HashBytes = 32;

    private const int MostOnStack = 1024;

    /// <summary>The root of no entries.</summary>
    public static byte[] Empty => SHA256.HashData([]);

    /// <summary>The leaf of an entry.</summary>
    public static byte[] Leaf(ReadOnlySpan<byte> entry)
    {
        var whole = entry.Length < MostOnStack ? stackalloc byte[entry.Length + 1] : new byte[entry.Length + 1];
        whole[0] = 0;
        entry.CopyTo(whole[1..]);
        return SHA256.HashData(whole);
    }

    /// <summary>The node over two others.</summary>
    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> whole = stackalloc byte[1 + (2 * HashBytes)];
        whole[0] = 1;
        left.CopyTo(whole[1..]);
        right.CopyTo(whole[(1 + HashBytes)..]);
        return SHA256.HashData(whole);
    }

    /// <summary>The root over these leaves.</summary>
    public static byte[] Root(ReadOnlySpan<byte[]> leaves) => leaves switch
    {
        [] => Empty,
        [var only] => only,
        _ => Node(Root(leaves[..Half(leaves.Length)]), Root(leaves[Half(leaves.Length)..])),
    };

    /// <summary>The hashes that lead from a leaf to the root (section 2.1.3.1).</summary>
    /// <param name="index">The leaf, from 0.</param>
    /// <param name="leaves">All leaves.</param>
    public static IReadOnlyList<byte[]> InclusionPath(int index, ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1)
            return [];
        var half = Half(leaves.Length);
        return index < half
            ? [.. InclusionPath(index, leaves[..half]), Root(leaves[half..])]
            : [.. InclusionPath(index - half, leaves[half..]), Root(leaves[..half])];
    }

    /// <summary>The hashes that show that these leaves begin with the first of them (section 2.1.4.1).</summary>
    /// <param name="first">How many leaves there were, at least 1.</param>
    /// <param name="leaves">All leaves.</param>
    public static IReadOnlyList<byte[]> ConsistencyPath(int first, ReadOnlySpan<byte[]> leaves) =>
        first == leaves.Length ? [] : SubProof(first, leaves, isWhole: true);

    private static IReadOnlyList<byte[]> SubProof(int first, ReadOnlySpan<byte[]> leaves, bool isWhole)
    {
        if (first == leaves.Length)
            return isWhole ? [] : [Root(leaves)];
        var half = Half(leaves.Length);
        return first <= half
            ? [.. SubProof(first, leaves[..half], isWhole), Root(leaves[half..])]
            : [.. SubProof(first - half, leaves[half..], isWhole: false), Root(leaves[..half])];
    }

    // The largest power of two below a number of leaves.
    private static int Half(int leaves)
    {
        var half = 1;
        while (half * 2L < leaves)
            half *= 2;
        return half;
    }
}
