namespace Omr.Service.Audit;

/// <summary>
/// The right edge of a growing tree: the roots of the full subtrees that its entries fall into, largest first. It is all
/// that is needed to go on and to tell the root, so a log of any length is verified in one reading.
/// </summary>
internal sealed class MerkleFrontier
{
    private readonly List<byte[]> _peaks = [];

    /// <summary>Entries so far.</summary>
    public long Count { get; private set; }

    /// <summary>The edge of a tree of that size, from its full subtrees, largest first.</summary>
    public static MerkleFrontier Of(long count, IEnumerable<byte[]> peaks)
    {
        var frontier = new MerkleFrontier { Count = count };
        frontier._peaks.AddRange(peaks);
        return frontier;
    }

    /// <summary>The last entries of the full subtrees of a tree of that size, smallest subtree first.</summary>
    public static IEnumerable<long> EndsOf(long count)
    {
        for (; count > 0; count &= count - 1)
            yield return count;
    }

    /// <summary>Adds a leaf; the root of the largest full subtree that ends with it.</summary>
    public byte[] Append(byte[] leaf)
    {
        Count++;
        var node = leaf;
        for (var rest = Count; rest % 2 == 0; rest /= 2)
        {
            node = MerkleTree.Node(_peaks[^1], node);
            _peaks.RemoveAt(_peaks.Count - 1);
        }

        _peaks.Add(node);
        return node;
    }

    /// <summary>Another one that goes on from here.</summary>
    public MerkleFrontier Copy() => Of(Count, _peaks);

    /// <summary>Goes on as if the last subtree had that root.</summary>
    public void ReplaceLast(byte[] node) => _peaks[^1] = node;

    /// <summary>The root over all entries so far.</summary>
    public byte[] Root()
    {
        if (_peaks.Count == 0)
            return MerkleTree.Empty;
        var root = _peaks[^1];
        for (var i = _peaks.Count - 2; i >= 0; i--)
            root = MerkleTree.Node(_peaks[i], root);
        return root;
    }
}
