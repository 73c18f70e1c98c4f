using Omr.Forms.Cover;
using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation.Live;

/// <summary>A page as it came from the scanner.</summary>
/// <param name="Order">When it came.</param>
/// <param name="Page">What was read; its folder is the sub-folder it lay in, null in the flat folder.</param>
/// <param name="Cover">The room whose batch it opens, when it is a cover sheet and no LJK.</param>
internal sealed record ArrivedPage(PageOrder Order, ScannedPage Page, RoomId? Cover = null)
{
    /// <summary>The drop folder that it came from; covers count within one.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The page that it was before its file grew; null if it is in no file that came before.</summary>
    public PageOrder? Outgrows { get; init; }

    /// <summary>The room that a paper (form, version and serial) opens the batch of; null if it is no cover sheet.</summary>
    public static RoomId? CoverOf(string paper) =>
        paper.StartsWith($"{CoverForm.Id}/", StringComparison.Ordinal) ? RoomId.Parse(paper.Split('/', 3)[^1]) : null;
}
