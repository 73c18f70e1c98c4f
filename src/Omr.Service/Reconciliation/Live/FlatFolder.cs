using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation.Live;

/// <summary>
/// The flat folder: a cover sheet opens a room's batch, and the pages after it, in the order of their arrival, belong to
/// it until the next cover. Pages may be told of in any order.
/// </summary>
internal sealed class FlatFolder
{
    private readonly SortedList<PageOrder, RoomId> _covers = [];
    private readonly SortedSet<PageOrder> _pages = [];

    /// <summary>Notes a page.</summary>
    public void Add(PageOrder page) => _pages.Add(page);

    /// <summary>Notes a cover sheet; the pages that belong to its room from now on.</summary>
    public IReadOnlyList<PageOrder> Open(PageOrder cover, RoomId room)
    {
        _covers[cover] = room;
        var next = _covers.IndexOfKey(cover) + 1;
        var end = next < _covers.Count ? _covers.GetKeyAtIndex(next) : new PageOrder(long.MaxValue, int.MaxValue);
        return [.. _pages.GetViewBetween(cover, end)];
    }

    /// <summary>The room whose batch that page belongs to; null before the first cover.</summary>
    public RoomId? RoomOf(PageOrder page)
    {
        var (low, high) = (0, _covers.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _covers.GetKeyAtIndex(middle).CompareTo(page) < 0 ? (middle + 1, high) : (low, middle);
        }
        return low == 0 ? null : _covers.GetValueAtIndex(low - 1);
    }
}
