using Omr.Engine;

namespace Omr.Service.Storage;

/// <summary>An item of a <see cref="StoredReading"/>: its statuses by their names, its crop as left, top, width and height.</summary>
internal readonly record struct StoredItem(
    string Field, int Item, string Value, string Status, string Doubt, int[] Crop, int FirstBubble)
{
    public static StoredItem Of(ItemReading i) => new(
        i.Field, i.Item, i.Value, $"{i.Status}", $"{i.Doubt}", [i.Crop.X, i.Crop.Y, i.Crop.Width, i.Crop.Height], i.FirstBubble);

    /// <exception cref="ArgumentException">A status that isn't known, or no rectangle.</exception>
    public ItemReading ToItem() => new(
        Field, Item, Value, Enum.Parse<ReadStatus>(Status), Enum.Parse<DoubtReason>(Doubt),
        Crop is [var x, var y, var width, var height]
            ? new(x, y, width, height)
            : throw new ArgumentException($"crop={Crop?.Length}"),
        FirstBubble);
}
