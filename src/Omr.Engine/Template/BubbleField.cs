using System.Collections.Immutable;

namespace Omr.Engine.Template;

/// <summary>A field of the form: items (a question, a digit's column) with a bubble for each value.</summary>
/// <param name="Name">Name as it stands in every output, for example <c>jawaban</c>.</param>
/// <param name="Kind">What its bubbles spell.</param>
/// <param name="Values">The values of each item, in printed order.</param>
/// <param name="Bubble">What a bubble looks like.</param>
/// <param name="Direction">How the values of an item run.</param>
/// <param name="ItemPitch">Millimetres from one item to the next.</param>
/// <param name="ValuePitch">Millimetres from one value's bubble to the next.</param>
/// <param name="Blocks">Where the items are printed, ascending by item.</param>
/// <param name="Several">Whether more than one mark in an item is right (otherwise it reads <c>multiple</c>).</param>
public sealed record BubbleField(
    string Name,
    FieldKind Kind,
    ImmutableArray<string> Values,
    Bubble Bubble,
    BubbleDirection Direction,
    double ItemPitch,
    double ValuePitch,
    ImmutableArray<BubbleBlock> Blocks,
    bool Several = false)
{
    /// <summary>How many items the field has.</summary>
    public int Items => Blocks.Sum(b => b.Items);

    /// <summary>The middle of a bubble on the paper.</summary>
    /// <param name="block">The block that holds the item.</param>
    /// <param name="item">The item's place within the block, from 0.</param>
    /// <param name="value">The value's place within <see cref="Values"/>.</param>
    public PaperPoint Centre(BubbleBlock block, int item, int value)
    {
        ArgumentNullException.ThrowIfNull(block);
        return Direction == BubbleDirection.Right
            ? new(block.Origin.X + (value * ValuePitch), block.Origin.Y + (item * ItemPitch))
            : new(block.Origin.X + (item * ItemPitch), block.Origin.Y + (value * ValuePitch));
    }
}
