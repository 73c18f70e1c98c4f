namespace Omr.Service.Reconciliation;

/// <summary>A scanned page: how the outputs name it.</summary>
/// <param name="File">File, relative to the path that was given.</param>
/// <param name="Page">Page within it, from 1.</param>
/// <param name="Row">
/// Its number in the ledger, by which a service that runs for days tells pages of like-named files apart; 0 without one.
/// </param>
public sealed record PageId(string File, int Page, long Row = 0)
{
    /// <summary>The page in a sentence.</summary>
    public Wording Shown => new(
        FormattableString.Invariant($"{File} hal. {Page}"),
        FormattableString.Invariant($"{File} p. {Page}"));
}
