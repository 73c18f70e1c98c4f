namespace Omr.Service.Reconciliation;

/// <summary>
/// When a page came: by its file's arrival, then by its place in the file. Reading is done by several at once and ends
/// in any order; this is the order of the paper.
/// </summary>
/// <param name="Arrival">Number of the file's arrival.</param>
/// <param name="Page">Page within the file.</param>
internal readonly record struct PageOrder(long Arrival, int Page) : IComparable<PageOrder>
{
    public int CompareTo(PageOrder other) =>
        Arrival != other.Arrival ? Arrival.CompareTo(other.Arrival) : Page.CompareTo(other.Page);
}
