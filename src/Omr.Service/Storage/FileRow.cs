namespace Omr.Service.Storage;

/// <summary>A scanned file that the vault holds, once for the same bytes. The row is the queue: what isn't read yet waits.</summary>
internal sealed class FileRow
{
    public long Id { get; init; }

    /// <summary>SHA-256 of the bytes, 64 lower-case hexadecimals; the file's name in the vault.</summary>
    public required string Sha256 { get; init; }

    public required long Bytes { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>When its pages were stored, UTC; null while it waits. The one thing that changes, and once.</summary>
    public DateTime? ReadAt { get; set; }
}
