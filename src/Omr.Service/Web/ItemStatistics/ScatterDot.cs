namespace Omr.Service.Web.ItemStatistics;

/// <summary>An item's dot.</summary>
/// <param name="Item">The item.</param>
/// <param name="X">Its place.</param>
/// <param name="Y">Its place.</param>
/// <param name="Label">Where its number stands; null where there is no room for it.</param>
public sealed record ScatterDot(ItemFact Item, double X, double Y, (double X, double Y, string Anchor)? Label);
