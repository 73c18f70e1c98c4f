namespace Omr.Service.Storage;

/// <summary>What a second person says to a proposed correction; insert-only, one for each.</summary>
internal sealed class CorrectionDecisionRow
{
    public long Id { get; init; }

    public required long CorrectionId { get; init; }

    public required bool IsAccepted { get; init; }

    public required string Note { get; init; }

    public required string By { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}
