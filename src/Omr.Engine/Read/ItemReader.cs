using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Omr.Engine.Classify;
using Omr.Engine.Geometry;
using Omr.Engine.Template;

namespace Omr.Engine.Read;

/// <summary>Last stage: turns the marks of each item into its value, with the evidence and where it stands.</summary>
internal static class ItemReader
{
    // Millimetres of paper around an item's bubbles in its crop.
    private const double CropMargin = 1.0;

    /// <summary>The readings of all items, in the order of the layout.</summary>
    public static ImmutableArray<ItemReading> Read(ClassifiedSheet sheet)
    {
        var registered = sheet.Sampled.Sheet;
        var items = new ItemReading[registered.Layout.Items];
        var at = 0;
        foreach (var rows in registered.Layout.Rows)
        {
            var values = rows.Field.Values.Length;
            for (var item = 0; item < rows.Block.Items; item++)
            {
                var first = rows.First + (item * values);
                var verdict = ItemJudge.Judge(sheet, first, values, rows.Field.Several);
                items[at++] = new(
                    rows.Field.Name,
                    rows.Block.FirstItem + item,
                    Value(sheet, rows.Field, first, verdict),
                    verdict.Status,
                    verdict.Doubt,
                    Crop(registered.Places, first, values, rows.Field.Bubble, registered.Map),
                    first);
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    private static string Value(ClassifiedSheet sheet, BubbleField field, int first, ItemVerdict verdict)
    {
        var value = "";
        for (var i = 0; i < field.Values.Length; i++)
        {
            if (sheet.Ink[first + i] >= verdict.Floor)
                value = value.Length == 0 ? field.Values[i] : $"{value}|{field.Values[i]}";
        }

        return value;
    }

    private static PixelArea Crop(PagePoint[] places, int first, int count, Bubble bubble, in PaperMap map)
    {
        var (a, b) = (places[first], places[first + count - 1]);
        var (marginX, marginY) =
            (((bubble.Width / 2) + CropMargin) * map.ScaleX, ((bubble.Height / 2) + CropMargin) * map.ScaleY);
        var (left, top) = (Math.Min(a.X, b.X) - marginX, Math.Min(a.Y, b.Y) - marginY);
        return new(
            (int)left,
            (int)top,
            (int)(Math.Abs(a.X - b.X) + (2 * marginX)),
            (int)(Math.Abs(a.Y - b.Y) + (2 * marginY)));
    }
}
