namespace Omr.Service.Storage;

/// <summary>That the scores of a kab in a run may be seen; insert-only. A later one of the same kab replaces it.</summary>
internal sealed class ReleaseRow
{
    public long Id { get; init; }

    public required long RunId { get; init; }

    public required string Kab { get; init; }

    public required string ProposedBy { get; init; }

    public required string ApprovedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required string Note { get; init; }
}
