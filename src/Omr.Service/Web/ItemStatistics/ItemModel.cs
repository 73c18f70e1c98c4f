namespace Omr.Service.Web.ItemStatistics;

/// <summary>One item of a package.</summary>
/// <param name="Of">The package.</param>
/// <param name="Item">The item; null while it is being worked out.</param>
/// <param name="Number">Its number.</param>
/// <param name="Before">Number of the item before it; null at the first.</param>
/// <param name="Next">Number of the one after; null at the last.</param>
public sealed record ItemModel(ItemsModel Of, ItemFact? Item, int Number, int? Before, int? Next);
