namespace Omr.Service.Storage;

/// <summary>What somebody answered, proposed or decided about a discrepancy; insert-only.</summary>
internal sealed class FindingActRow
{
    public long Id { get; init; }

    /// <summary>D01 to D27, E1 to E12.</summary>
    public required string Code { get; init; }

    /// <summary>KAB-LOKASI-RUANG; empty for the province.</summary>
    public required string Room { get; init; }

    /// <summary>Participant number; empty if none.</summary>
    public required string Number { get; init; }

    /// <summary>What tells it from others of its kind: file and page; empty if none.</summary>
    public required string Subject { get; init; }

    /// <summary><c>answer</c>, <c>propose</c> or <c>close</c>.</summary>
    public required string Act { get; init; }

    public required string Text { get; init; }

    public required string By { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}
