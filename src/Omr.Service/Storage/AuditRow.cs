namespace Omr.Service.Storage;

/// <summary>An act in the audit log, insert-only; a leaf of the tree of RFC 9162 (<see cref="Audit.MerkleTree"/>).</summary>
internal sealed class AuditRow
{
    /// <summary>Place in the log, from 1 without a gap.</summary>
    public required long Id { get; init; }

    public required DateTime At { get; init; }

    public required string Who { get; init; }

    public required string Role { get; init; }

    /// <summary>What was done, <c>roster.import</c>.</summary>
    public required string Act { get; init; }

    /// <summary>To what.</summary>
    public required string Subject { get; init; }

    public required string Before { get; init; }

    public required string After { get; init; }

    public required string Why { get; init; }

    /// <summary>Root of the largest full subtree that ends with this entry, hexadecimal.</summary>
    public required string Hash { get; init; }
}
