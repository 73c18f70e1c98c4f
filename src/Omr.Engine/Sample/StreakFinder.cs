using Omr.Engine.Geometry;
using Omr.Engine.Imaging;
using Omr.Engine.Register;
using Omr.Engine.Template;

namespace Omr.Engine.Sample;

/// <summary>
/// Finds scanner streaks: dirt on the glass draws a line down the picture that stands in the same column of pixels at
/// every height. Nothing is printed between two rows of bubbles, so a column that is dark in nearly every such gap of a
/// block, and narrow, is a streak. A writer's overfilled marks are as wide as a bubble and don't stand in every gap.
/// </summary>
internal sealed class StreakFinder
{
    // Share of the block's gaps in which a streak's column must be dark; a streak may start or end within the block.
    private const double LeastGaps = 0.6;

    // Share of the contrast by which a streak is darker than the paper beside it.
    private const double LeastDark = 0.12;

    // Millimetres: dust makes one to eight pixels at 200 dpi.
    private const double MostWidth = 1.2;

    // Below, too few gaps; above, more than are counted, and than any paper has.
    private const int LeastRows = 4;
    private const int MostRows = 256;

    private byte[] _line = [];
    private byte[] _dark = [];
    private bool[] _streaks = [];

    /// <summary>For each column of the page, whether a streak runs down it in this block; empty when there is none.</summary>
    public ReadOnlySpan<bool> Find(GrayImage page, RegisteredSheet sheet, BubbleRows rows)
    {
        if (rows.Rows is < LeastRows or > MostRows)
            return [];
        if (_dark.Length < page.Width)
            (_line, _dark, _streaks) = (new byte[page.Width], new byte[page.Width], new bool[page.Width]);
        Array.Clear(_dark);
        int left = page.Width, right = 0;
        for (var row = 0; row + 1 < rows.Rows; row++)
        {
            var (from, to) = (Gap(sheet, rows, row, 0), Gap(sheet, rows, row, rows.Columns - 1));
            var margin = rows.Field.Bubble.Width * sheet.Map.ScaleX * 0.7;
            if (from.X > to.X)
                (from, to) = (to, from);
            var (first, last) = ((int)(from.X - margin), (int)(to.X + margin));
            if (first < 0 || last >= page.Width)
                return [];
            (left, right) = (Math.Min(left, first), Math.Max(right, last));
            CountDark(page, sheet.Tone, from, to, first, last);
        }

        return Judge(sheet, (int)Math.Ceiling((rows.Rows - 1) * LeastGaps), left, right) ? _streaks : [];
    }

    // Halfway between the bubble of this row and the one of the next.
    private static PagePoint Gap(RegisteredSheet sheet, BubbleRows rows, int row, int column)
    {
        var (a, b) = (sheet.Places[rows.At(row, column)], sheet.Places[rows.At(row + 1, column)]);
        return new((a.X + b.X) / 2, (a.Y + b.Y) / 2);
    }

    private void CountDark(GrayImage page, PageTone tone, PagePoint from, PagePoint to, int first, int last)
    {
        var slope = to.X - from.X < 1 ? 0 : (to.Y - from.Y) / (to.X - from.X);
        var line = _line.AsSpan(first, last - first + 1);
        for (int x = first, end; x <= last; x = end)
        {
            var y = RowAt(x);
            end = EndOfRow(x, y);
            page.Row(y)[x..end].CopyTo(line[(x - first)..]);
        }

        var limit = Math.Ceiling((ToneKernels.Sum(line) / line.Length) - (LeastDark * tone.Contrast));
        if (limit > 0)
            ToneKernels.CountBelow(_dark.AsSpan(first, line.Length), line, (byte)limit);

        int RowAt(int x) => Math.Clamp((int)Math.Round(from.Y + (slope * (x - from.X))), 0, page.Height - 1);

        // The first column at which the line leaves that row of pixels, by halving: the line only ever rises or falls.
        int EndOfRow(int x, int y)
        {
            if (RowAt(last) == y)
                return last + 1;
            var (within, beyond) = (x, last);
            while (beyond - within > 1)
            {
                var middle = (within + beyond) / 2;
                if (RowAt(middle) == y)
                    within = middle;
                else
                    beyond = middle;
            }

            return beyond;
        }
    }

    private bool Judge(RegisteredSheet sheet, int least, int left, int right)
    {
        Array.Clear(_streaks);
        var found = false;
        var widest = MostWidth * sheet.Map.ScaleX;
        for (var x = left; x <= right; x++)
        {
            var start = x;
            while (x <= right && _dark[x] >= least)
                x++;
            if (x == start || x - start > widest)
                continue;

            // One pixel more at each side for the streak's blurred edge.
            Array.Fill(_streaks, true, Math.Max(start - 1, 0), Math.Min(x + 1, _streaks.Length) - Math.Max(start - 1, 0));
            found = true;
        }

        return found;
    }
}
