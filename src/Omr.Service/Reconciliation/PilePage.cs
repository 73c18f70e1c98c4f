using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation;

/// <summary>A page in the pile; where it lies is decided by <see cref="ProvincePile"/>, its only owner.</summary>
internal sealed class PilePage
{
    public PilePage(PageOrder order, ScannedPage page, RoomId? lies)
    {
        (Order, Page, Lies, Rank) = (order, page, lies, order);
        Place = (page.Ruling, page.Sheet) switch
        {
            (PageRuling.Repeated or PageRuling.Outgrown, _) => PagePlace.Repeated,
            (PageRuling.Rejected, _) or (PageRuling.Unused, null) => PagePlace.SetAside,
            (PageRuling.Unused, _) => PagePlace.Unused,
            (_, null) => PagePlace.Refused,
            _ => PagePlace.Unclear,
        };
    }

    public PageOrder Order { get; }

    public ScannedPage Page { get; }

    /// <summary>The room whose batch it lies in; null in the flat batch.</summary>
    public RoomId? Lies { get; }

    public PagePlace Place { get; set; }

    /// <summary>The scan of the same paper that counts in its stead.</summary>
    public PilePage? RepeatOf { get; set; }

    /// <summary>The place in the pile: of several scans of a paper the first one's, whichever of them counts.</summary>
    public PageOrder Rank { get; set; }

    /// <summary>The sheet, unless people put the page aside.</summary>
    public Sheet? Counted => Page.Ruling == PageRuling.None ? Page.Sheet : null;

    /// <summary>What scans of one paper have in common; null if the page is no sheet.</summary>
    public string? ScanKey => Counted is not { } sheet ? null : sheet.Paper.Length > 0 ? sheet.Paper : sheet.Picture;

    /// <summary>The number that it surely bears, or null.</summary>
    public string? Number => Counted is { Number: { State: NumberState.Known } number } ? number.Text : null;
}
