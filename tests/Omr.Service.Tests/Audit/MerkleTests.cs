using Omr.Service.Audit;

namespace Omr.Service.Tests.Audit;

public class MerkleTests
{
    // The entries of the well-known Certificate Transparency vectors, RELIABILITY.md section 7.
    private static readonly string[] Entries = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Roots_are_those_of_RFC_9162(int size, string root)
    {
        byte[][] leaves = [.. Entries.Take(size).Select(e => MerkleTree.Leaf(Convert.FromHexString(e)))];
        var frontier = new MerkleFrontier();
        foreach (var leaf in leaves)
            frontier.Append(leaf);

        Assert.Equal(root, Convert.ToHexStringLower(MerkleTree.Root(leaves)));
        Assert.Equal(root, Convert.ToHexStringLower(frontier.Root()));
    }

    [Fact]
    public void A_frontier_made_of_the_stored_nodes_goes_on_as_the_one_that_saw_every_entry()
    {
        var (whole, nodes) = (new MerkleFrontier(), new List<byte[]>());
        for (var size = 1; size <= 200; size++)
        {
            nodes.Add(whole.Append(MerkleTree.Leaf([(byte)size])));
            var ends = MerkleFrontier.EndsOf(size).Reverse().ToList();
            Assert.Equal(whole.Root(), MerkleFrontier.Of(size, ends.Select(e => nodes[(int)e - 1])).Root());
        }
    }

    [Fact]
    public void Every_inclusion_proof_up_to_64_entries_holds_and_no_changed_one_does() => Parallel.For(1, 65, size =>
    {
        byte[][] leaves = [.. Enumerable.Range(0, size).Select(i => MerkleTree.Leaf([(byte)i]))];
        var root = MerkleTree.Root(leaves);
        for (var entry = 1; entry <= size; entry++)
        {
            var proof = InclusionProof.Of(entry, leaves);
            var leaf = leaves[entry - 1];
            Assert.True(proof.Holds(leaf, root));
            Assert.True(proof.Path.Length <= Math.Ceiling(Math.Log2(size)));
            EachChange(size, [leaf, root, .. proof.Path], changed =>
                Assert.False((proof with { Path = [.. changed[2..]] }).Holds(changed[0], changed[1])));
            Assert.False((proof with { Entry = entry == size ? entry - 1 : entry + 1 }).Holds(leaf, root));
            Assert.False((proof with { Path = [.. proof.Path, root] }).Holds(leaf, root));
            Assert.False((proof with { Path = [.. proof.Path.SkipLast(1)] }).Holds(leaf, root) && size > 1);
        }
    });

    [Fact]
    public void Every_consistency_proof_up_to_64_entries_holds_and_no_changed_one_does() => Parallel.For(1, 65, size =>
    {
        byte[][] leaves = [.. Enumerable.Range(0, size).Select(i => MerkleTree.Leaf([(byte)i]))];
        var root = MerkleTree.Root(leaves);
        for (var first = 1; first <= size; first++)
        {
            var proof = ConsistencyProof.Of(first, leaves);
            var before = MerkleTree.Root(leaves.AsSpan(0, first));
            Assert.True(proof.Holds(before, root));
            EachChange(size, [before, root, .. proof.Path], changed =>
                Assert.False((proof with { Path = [.. changed[2..]] }).Holds(changed[0], changed[1])));
            Assert.False((proof with { Path = [.. proof.Path, root] }).Holds(before, root));
        }
    });

    // Every bit in trees up to 16, of 33 and of 64; in the others one bit of each hash, each time another.
    private static void EachChange(int size, byte[][] hashes, Action<byte[][]> then)
    {
        var step = size is <= 16 or 33 or 64 ? 1 : 8 * MerkleTree.HashBytes;
        foreach (var hash in hashes)
        {
            // The same array may stand twice, as leaf and root of a tree of one.
            var at = Array.IndexOf(hashes, hash);
            for (var bit = step == 1 ? 0 : hash[0]; bit < 8 * MerkleTree.HashBytes; bit += step)
            {
                byte[][] changed = [.. hashes];
                changed[at] = [.. hash];
                changed[at][bit / 8] ^= (byte)(1 << (bit % 8));
                then(changed);
            }
        }
    }
}
