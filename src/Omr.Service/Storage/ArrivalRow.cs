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
}
