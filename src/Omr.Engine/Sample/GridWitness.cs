using Omr.Engine.Template;

namespace Omr.Engine.Sample;

/// <summary>
/// Where a form's own code can't be read, every row and column of bubbles must bear witness: on a sheet of a sister
/// form, or of a version on which a field stands one row or column further, most outlines fall on outlines of other
/// bubbles, but at one end of the field a row or column has none at all. Then every answer would be another's.
/// </summary>
internal static class GridWitness
{
    // Share of the usual outline below which there is none; a pale print keeps half.
    private const float LeastPlace = 0.25f;

    // A single bubble may be covered by a speck.
    private const int LeastBubbles = 2;

    /// <summary>The first row or column without an outline, as evidence; null if all have some.</summary>
    public static string? Missing(SampledSheet sampled)
    {
        foreach (var grid in sampled.Sheet.Layout.Rows)
        {
            for (var row = 0; row < grid.Rows; row++)
            {
                if (IsMissing(sampled.Bubbles, grid, row, 0, grid.Columns, 0, 1))
                    return Evidence(grid, "row", row);
            }

            for (var column = 0; column < grid.Columns; column++)
            {
                if (IsMissing(sampled.Bubbles, grid, 0, column, grid.Rows, 1, 0))
                    return Evidence(grid, "column", column);
            }
        }

        return null;
    }

    private static bool IsMissing(BubbleSample[] bubbles, BubbleRows grid, int row, int column, int count, int down, int right)
    {
        for (var i = 0; i < count; i++, row += down, column += right)
        {
            if (bubbles[grid.At(row, column)].Place >= LeastPlace)
                return false;
        }

        return count >= LeastBubbles;
    }

    private static string Evidence(BubbleRows grid, string line, int at) =>
        $"code=unreadable no_outlines={grid.Field.Name} first_item={grid.Block.FirstItem} {line}={at + 1}";
}
