namespace Omr.Service.Storage;

/// <summary>That an operator counted a room's scanned pages against the paper and takes the batch as complete; insert-only, the last of a room holds.</summary>
internal sealed class BatchAcceptanceRow
{
    public long Id { get; init; }

    /// <summary><c>KAB-LOKASI-RUANG</c>.</summary>
    public required string Room { get; init; }

    /// <summary>Pages of the batch at that moment.</summary>
    public required int Pages { get; init; }

    /// <summary>Name of the account.</summary>
    public required string By { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}
