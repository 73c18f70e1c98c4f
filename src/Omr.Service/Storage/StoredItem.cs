using Omr.Engine;

namespace Omr.Service.Storage;

/// <summary>An item of a <see cref="StoredReading"/>: its statuses by their names, its crop beside them.</summary>
internal readonly record struct StoredItem(
    string Field, int Item, string Value, string Status, string Doubt, int X, int Y, int Width, int Height, int FirstBubble)
{
    public static StoredItem Of(ItemReading i) => new(
        i.Field, i.Item, i.Value, i.Status.ToString(), i.Doubt.ToString(), i.Crop.X, i.Crop.Y, i.Crop.Width, i.Crop.Height, i.FirstBubble);

    /// <exception cref="ArgumentException">A status that isn't known.</exception>
    public ItemReading ToItem() => new(
        Field, Item, Value, Enum.Parse<ReadStatus>(Status), Enum.Parse<DoubtReason>(Doubt), new(X, Y, Width, Height), FirstBubble);
}
