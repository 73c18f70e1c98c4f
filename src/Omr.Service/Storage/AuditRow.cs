namespace Omr.Service.Storage;

/// <summary>An act in the audit log, insert-only; each row holds the hash of the one before it.</summary>
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

    /// <summary>SHA-256 of this row's text and of the row before it, hexadecimal.</summary>
    public required string Hash { get; init; }
}
