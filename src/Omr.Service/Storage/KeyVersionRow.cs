namespace Omr.Service.Storage;

/// <summary>A sealed key of one subject; insert-only. A revision is a new version.</summary>
internal sealed class KeyVersionRow
{
    public long Id { get; init; }

    /// <summary>kd_mapel.</summary>
    public required string Subject { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    public required long FirstEntryId { get; init; }

    public required long SecondEntryId { get; init; }

    public required string SealedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime SealedAt { get; init; }

    /// <summary>The key, encrypted.</summary>
    public required byte[] Cipher { get; init; }

    public required string Reason { get; init; }
}
