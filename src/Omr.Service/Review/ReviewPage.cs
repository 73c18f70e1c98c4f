namespace Omr.Service.Review;

/// <summary>What of a page matters for what a person must do about it.</summary>
/// <param name="Id">Its number in the ledger.</param>
/// <param name="Folder">The folder it came in; empty for the flat folder.</param>
/// <param name="Refused">Why it was refused; empty on a sheet.</param>
/// <param name="NumberState"><see cref="Reconciliation.NumberState"/> by name.</param>
/// <param name="Number">The number, or what is known of it.</param>
/// <param name="Subject">The subject, <c>?</c> an uncertain place.</param>
/// <param name="Package">The package, <c>?</c> an uncertain place.</param>
/// <param name="Answers">The answers (<see cref="Storage.AnswerText"/>).</param>
internal sealed record ReviewPage(
    long Id, string Folder, string Refused, string NumberState, string Number, string Subject, string Package, string Answers)
{
    /// <summary>Whether another scan of its paper counts in its stead, or the page of the file that it grew into.</summary>
    public bool IsRepeat { get; init; }

    /// <summary>Whether its number was surely read.</summary>
    public bool IsKnown => NumberState == nameof(Reconciliation.NumberState.Known);
}
