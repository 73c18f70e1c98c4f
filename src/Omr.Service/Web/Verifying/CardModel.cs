using Omr.Service.Reconciliation.Live;
using Omr.Service.Review;

namespace Omr.Service.Web.Verifying;

/// <summary>One doubtful thing, for the first reader or blindly for the second.</summary>
/// <param name="Sheet">The page.</param>
/// <param name="Field">The field, as corrections name it.</param>
/// <param name="Item">The item; 0 for the whole field.</param>
/// <param name="Seen">What the machine saw: options joined by <c>|</c>, digits with <c>?</c>; empty if nothing.</param>
/// <param name="Why">Why it doubts.</param>
/// <param name="Room">The room.</param>
/// <param name="Number">The number, or what is known of it.</param>
/// <param name="Proposal">The proposal that a second person reads blindly; null for the first.</param>
/// <param name="ChangesCertain">Whether the machine was sure of what a proposal changes.</param>
/// <param name="Candidates">For a number: to whom the sheet may belong.</param>
public sealed record CardModel(
    long Sheet, string Field, int Item, string Seen, string Why, string Room, string Number, long? Proposal, bool ChangesCertain,
    IReadOnlyList<Candidate> Candidates)
{
    private const string Entry = "entri";
    private static readonly string[] Letters = ["A", "B", "C", "D", "E"];

    /// <summary>The kind of card: an answer, a number, a code or a refused page.</summary>
    public bool IsAnswer => Field == "jawaban";

    /// <summary>Whether it is a participant number.</summary>
    public bool IsNumber => Field == "identity";

    /// <summary>Whether it is a whole page.</summary>
    public bool IsPage => Field == "page";

    /// <summary>Whether somebody else's entry of the whole page waits for a second one.</summary>
    public bool IsEntry => Field == Entry;

    /// <summary>Whether its whole page can't be read.</summary>
    public bool IsUnread => IsPage || IsEntry;

    /// <summary>The options that may be chosen: what was seen, and all where nothing could be.</summary>
    public IReadOnlyList<string> Options => Seen.Length > 0 ? Seen.Split('|') : Letters;

    /// <summary>All options in the order of the keyboard.</summary>
    public static IReadOnlyList<string> All => Letters;

    /// <summary>Whether the rules want a reason (DOMAIN.md section 4): where nothing was read, and for everything but answers.</summary>
    public bool NeedsReason => Proposal is null && (!IsAnswer || Seen.Length == 0 || ChangesCertain);

    /// <summary>Where its picture is.</summary>
    public string Crop => FormattableString.Invariant($"/api/v1/sheets/{Sheet}/crop?field={Field}&item={Item}");

    /// <summary>What tells it from others.</summary>
    public string Key => FormattableString.Invariant($"{Sheet}-{Field}-{Item}-{Proposal}");

    internal static CardModel First(TaskView task, ProvinceState state) => new(
        task.Lembar!.Value, task.Isian, task.Butir, task.Isian == "page" ? "" : task.Terbaca, task.Alasan, task.Ruang, task.Nomor, null, false,
        task.Isian == "identity" ? Candidate.Of(state, task.Ruang, task.Lembar.Value) : []);

    internal static CardModel SecondEntry(long page, string room) => new(page, Entry, 0, "", "", room, "", null, false, []);

    internal static CardModel Second(CorrectionView proposal, string room, string number, ProvinceState state) => new(
        proposal.Lembar, proposal.Isian, proposal.Butir, proposal.Isian == "page" ? "" : proposal.Lama.TrimStart('?'), "", room, number,
        proposal.Id, proposal.Pasti, proposal.Isian == "identity" ? Candidate.Of(state, room, proposal.Lembar) : []);
}
