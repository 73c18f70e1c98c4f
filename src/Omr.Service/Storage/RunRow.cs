namespace Omr.Service.Storage;

/// <summary>A scoring run: these keys, these readings, these corrections; insert-only.</summary>
internal sealed class RunRow
{
    public long Id { get; init; }

    public required string By { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required string Why { get; init; }

    /// <summary><c>180:1 220:3</c>: subject and key version.</summary>
    public required string KeyVersions { get; init; }

    /// <summary>Pages up to this one.</summary>
    public required long LastPageId { get; init; }

    /// <summary>Decisions on corrections up to this one.</summary>
    public required long LastDecisionId { get; init; }

    /// <summary><c>0.30/0.70</c>.</summary>
    public required string Weights { get; init; }

    /// <summary>Rows it made.</summary>
    public required int Participants { get; init; }

    /// <summary>SHA-256 of all its rows.</summary>
    public required string Digest { get; init; }
}
