namespace Omr.Service.Storage;

/// <summary>
/// A file as it lay in a drop folder. The same bytes may arrive under several names; only the first arrival brings
/// work, the others are duplicates and shown as such.
/// </summary>
internal sealed class ArrivalRow
{
    public long Id { get; init; }

    public required long FileId { get; init; }

    /// <summary>Path in the drop folder, with <c>/</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Sub-folder <c>KAB-LOKASI-RUANG</c> in which it lay; empty in the flat folder.</summary>
    public required string Room { get; init; }

    /// <summary>Its time of change, UTC; with name and bytes it tells an arrival from its own repetition after a crash.</summary>
    public required DateTime Modified { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Whether the same bytes had arrived before.</summary>
    public required bool IsDuplicate { get; init; }

    /// <summary>The drop folder that it came from, as the settings name it; empty for the data folder's own.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The account of whoever scans into that folder; empty where that isn't set.</summary>
    public string Operator { get; init; } = "";

    /// <summary>The arrival that it was before it grew; null if it is no file that came before.</summary>
    public long? PredecessorId { get; init; }
}
