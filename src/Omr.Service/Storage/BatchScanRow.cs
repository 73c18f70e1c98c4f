namespace Omr.Service.Storage;

/// <summary>That somebody scanned a room's batch, or scans it now; insert-only. A batch may have been scanned by several.</summary>
internal sealed class BatchScanRow
{
    public long Id { get; init; }

    /// <summary><c>KAB-LOKASI-RUANG</c>.</summary>
    public required string Room { get; init; }

    /// <summary>Name of the account.</summary>
    public required string Operator { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}
