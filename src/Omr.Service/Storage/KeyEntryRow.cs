namespace Omr.Service.Storage;

/// <summary>A key of one subject as one person typed it in, blind; insert-only, encrypted.</summary>
internal sealed class KeyEntryRow
{
    public long Id { get; init; }

    /// <summary>kd_mapel.</summary>
    public required string Subject { get; init; }

    public required string By { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The key, encrypted.</summary>
    public required byte[] Cipher { get; init; }

    /// <summary>Why the key is revised; empty for the first version.</summary>
    public required string Reason { get; init; }
}
