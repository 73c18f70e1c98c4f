using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Omr.Service.Signing;

namespace Omr.Service.Audit;

/// <summary>
/// A proof as a file for whoever hasn't the log: that an entry is in it (<see cref="Entry"/>), or that it began as an earlier
/// one (<c>From</c>). It holds all that is needed beside the public key.
/// </summary>
internal sealed record ProofFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The entry that is in the log.</summary>
    public AuditEntry? Entry { get; init; }

    /// <summary>Entries of the earlier log.</summary>
    public long? FromSize { get; init; }

    /// <summary>Root of the earlier log.</summary>
    public string? FromRoot { get; init; }

    /// <summary>A signed head of the earlier log, as its file's text.</summary>
    public string? FromHead { get; init; }

    /// <summary>Entries of the log.</summary>
    public required long Size { get; init; }

    /// <summary>Root of the log.</summary>
    public required string Root { get; init; }

    /// <summary>A signed head of the log, as its file's text.</summary>
    public string? Head { get; init; }

    /// <summary>The hashes that lead to the root.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>Proves an entry to whoever has that head.</summary>
    public static ProofFile OfEntry(long entry, KeptHead head, AuditLog log)
    {
        var proof = InclusionProof.Of(entry, log.Leaves(head.Head.Size));
        return new()
        {
            Entry = AuditEntry.Parse(log.Entries(entry - 1, entry).Single().Bytes),
            Size = proof.Size,
            Root = head.Head.Root,
            Head = head.Text,
            Path = [.. proof.Path.Select(Convert.ToHexStringLower)],
        };
    }

    /// <summary>Proves that the log of the second size began as that of the first.</summary>
    public static ProofFile OfGrowth(long first, long second, HeadSet heads, AuditLog log)
    {
        var leaves = log.Leaves(second);
        return new()
        {
            FromSize = first,
            FromRoot = Convert.ToHexStringLower(MerkleTree.Root(leaves.AsSpan(0, (int)first))),
            FromHead = heads.Heads.FirstOrDefault(h => h.Head.Size == first)?.Text,
            Size = second,
            Root = Convert.ToHexStringLower(MerkleTree.Root(leaves)),
            Head = heads.Heads.FirstOrDefault(h => h.Head.Size == second)?.Text,
            Path = [.. ConsistencyProof.Of(first, leaves).Path.Select(Convert.ToHexStringLower)],
        };
    }

    /// <summary>The file's text.</summary>
    public string Write() => JsonSerializer.Serialize(this, Options) + "\n";

    /// <summary>Reads such a file; null if it is none.</summary>
    public static ProofFile? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<ProofFile>(text, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What doesn't hold; null if all of it does.</summary>
    public Wording? Problem(IReadOnlyCollection<VerifyingKey> keys)
    {
        if (Hash(Root) is not { } root || Path.Select(Hash).ToList() is not { } path || path.Contains(null))
            return new("bukan bukti yang utuh: ada sidik yang salah bentuk", "no whole proof: a hash has the wrong form");
        var holds = Entry is { } entry
            ? new InclusionProof(entry.Number, Size, [.. path!]).Holds(MerkleTree.Leaf(entry.ToBytes()), root)
            : FromSize is { } size && Hash(FromRoot) is { } from && new ConsistencyProof(size, Size, [.. path!]).Holds(from, root);
        if (!holds)
            return new("bukti tidak sah: jalur sidiknya tidak sampai ke akar", "the proof doesn't hold: its hashes don't lead to the root");
        return HeadProblem(Head, Size, Root, keys) ?? (Entry is null ? HeadProblem(FromHead, FromSize!.Value, FromRoot!, keys) : null);
    }

    private Wording? HeadProblem(string? text, long size, string root, IReadOnlyCollection<VerifyingKey> keys)
    {
        // Two logs may be compared without a head of each; an entry without one would be vouched for by nobody.
        if (text is null && Entry is null)
            return null;
        var (head, problem) = KeptHead.Parse(text ?? "", "", keys);
        return head is null ? problem
            : head.Head.Size == size && head.Head.Root == root ? null
            : new(
                string.Create(CultureInfo.InvariantCulture, $"kepala log menandatangani {head.Head.Size} entri dengan akar lain"),
                string.Create(CultureInfo.InvariantCulture, $"the head signs {head.Head.Size} entries with another root"));
    }

    private static byte[]? Hash(string? text) =>
        text is { Length: 2 * MerkleTree.HashBytes } && text.All(char.IsAsciiHexDigitLower) ? Convert.FromHexString(text) : null;
}
