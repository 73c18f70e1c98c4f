namespace Omr.Engine.Template;

/// <summary>A block of bubbles as a grid of rows and columns on the paper.</summary>
/// <param name="Field">The field.</param>
/// <param name="Block">The block.</param>
/// <param name="First">Place of its first bubble in <see cref="FormLayout.Centres"/>.</param>
/// <param name="Kind">What its bubbles look like: the place in <see cref="FormLayout.Kinds"/>.</param>
internal sealed record BubbleRows(BubbleField Field, BubbleBlock Block, int First, int Kind)
{
    private bool Across => Field.Direction == BubbleDirection.Right;

    /// <summary>Rows from the top.</summary>
    public int Rows => Across ? Block.Items : Field.Values.Length;

    /// <summary>Columns from the left.</summary>
    public int Columns => Across ? Field.Values.Length : Block.Items;

    /// <summary>Millimetres from row to row.</summary>
    public double RowPitch => Across ? Field.ItemPitch : Field.ValuePitch;

    /// <summary>How many bubbles the block has.</summary>
    public int Count => Block.Items * Field.Values.Length;

    /// <summary>Place of the bubble in <see cref="FormLayout.Centres"/>.</summary>
    public int At(int row, int column) =>
        First + (Across ? (row * Field.Values.Length) + column : (column * Field.Values.Length) + row);
}
