namespace Omr.Service.Review;

/// <summary>What somebody who opens a page for entry finds there: which fields are theirs to key in, and never what others keyed in.</summary>
/// <param name="Needed">Fields to key in, in the order of the paper; none if there is nothing to do.</param>
/// <param name="Differing">Of these: keyed in differently by two people.</param>
/// <param name="IsSecond">Whether somebody else's entry waits for theirs.</param>
/// <param name="IsFirst">Whether something of it is keyed in for the first time, which needs a reason.</param>
/// <param name="Items">How many items the paper has.</param>
/// <param name="All">How many fields there are.</param>
/// <param name="Settled">How many two people keyed in alike.</param>
/// <param name="Hindrance">Why they can't; null if they can, or there is nothing left to do.</param>
public sealed record EntryPlace(
    IReadOnlyList<EntryField> Needed, IReadOnlyList<EntryField> Differing, bool IsSecond, bool IsFirst, int Items, int All, int Settled,
    Wording? Hindrance)
{
    /// <summary>Whether two people keyed in everything alike.</summary>
    public bool IsDone => Settled == All;
}
