using System.Runtime.InteropServices;
using Omr.Engine.Imaging;

namespace Omr.Engine.Locate;

/// <summary>
/// Finds connected dark patches in a window of the page. The window is cut into cells of n by n pixels, whose mean tone
/// tells dark from light even where a mark is printed as a halftone; dark cells of a row are joined into runs and runs
/// of neighbouring rows into blobs.
/// </summary>
internal sealed class BlobFinder
{
    private readonly List<int> _parents = [];
    private readonly List<Blob> _blobs = [];
    private List<(int Start, int End, int Label)> _above = [];
    private List<(int Start, int End, int Label)> _row = [];
    private ushort[] _columns = [];

    /// <summary>The blobs of the window; valid until the next call.</summary>
    /// <param name="page">The page.</param>
    /// <param name="window">Where to look; what sticks out of the page is cut.</param>
    /// <param name="step">Pixels along each side of a cell, at most 256.</param>
    /// <param name="threshold">Cells darker than this are dark.</param>
    public ReadOnlySpan<Blob> Find(GrayImage page, PixelArea window, int step, int threshold)
    {
        _parents.Clear();
        _blobs.Clear();
        _above.Clear();
        var left = Math.Max(window.X, 0);
        var cells = (Math.Min(window.X + window.Width, page.Width) - left) / step;
        var bottom = Math.Min(window.Y + window.Height, page.Height) - step;
        for (var y = Math.Max(window.Y, 0); y <= bottom && cells > 0 && threshold > 0; y += step)
        {
            _row.Clear();
            var (first, last) = DarkCells(page, left, y, cells, step, threshold);
            if (first <= last)
            {
                var start = left + (first * step);
                FindRuns(ColumnSums(page, start, y, (last - first + 1) * step, step), start, y, step, threshold);
            }

            (_above, _row) = (_row, _above);
        }

        var found = 0;
        for (var label = 0; label < _blobs.Count; label++)
        {
            if (_parents[label] == label)
                _blobs[found++] = _blobs[label];
        }

        return CollectionsMarshal.AsSpan(_blobs)[..found];
    }

    // The first and the last cell of a row that hold a dark pixel: only between them can a cell be dark, and most rows
    // have none.
    private static (int First, int Last) DarkCells(GrayImage page, int left, int top, int cells, int step, int threshold)
    {
        var (first, last) = (cells * step, -1);
        for (var y = top; y < top + step; y++)
        {
            var row = page.Row(y).Slice(left, cells * step);
            if (row.IndexOfAnyInRange((byte)0, (byte)(threshold - 1)) is var at and >= 0)
            {
                first = Math.Min(first, at);
                last = Math.Max(last, row.LastIndexOfAnyInRange((byte)0, (byte)(threshold - 1)));
            }
        }

        return last < 0 ? (0, -1) : (first / step, last / step);
    }

    // The sums of each column of pixels in a row of cells.
    private ReadOnlySpan<ushort> ColumnSums(GrayImage page, int left, int top, int width, int step)
    {
        if (_columns.Length < width)
            _columns = new ushort[width];
        var columns = _columns.AsSpan(0, width);
        columns.Clear();
        for (var y = top; y < top + step; y++)
            ToneKernels.AddTo(columns, page.Row(y).Slice(left, width));
        return columns;
    }

    private void FindRuns(ReadOnlySpan<ushort> columns, int left, int y, int step, int threshold)
    {
        var above = 0;
        for (var cell = NextDark(columns, 0, step, threshold); cell * step < columns.Length;)
        {
            var start = cell;
            cell = NextLight(columns, cell, step, threshold);
            AddRun(left + (start * step), left + (cell * step), y, step, ref above);
            cell = NextDark(columns, cell, step, threshold);
        }
    }

    // The first dark cell from this one on. A cell can only be dark where one of its columns is, and most of a page has
    // none, so columns are searched first, many at a time.
    private static int NextDark(ReadOnlySpan<ushort> columns, int cell, int step, int threshold)
    {
        while (cell * step < columns.Length)
        {
            var dark = columns[(cell * step)..].IndexOfAnyInRange((ushort)0, (ushort)((threshold * step) - 1));
            if (dark < 0)
                break;
            cell += dark / step;
            if (IsDark(columns, cell, step, threshold))
                return cell;
            cell++;
        }

        return columns.Length;
    }

    // The first cell from this one on that isn't dark. A cell is surely dark where all its columns are, as beyond the edge of
    // the paper.
    private static int NextLight(ReadOnlySpan<ushort> columns, int cell, int step, int threshold)
    {
        while (cell * step < columns.Length)
        {
            var light = columns[(cell * step)..].IndexOfAnyExceptInRange((ushort)0, (ushort)((threshold * step) - 1));
            if (light < 0)
                return columns.Length / step;
            cell += light / step;
            if (!IsDark(columns, cell, step, threshold))
                return cell;
            cell++;
        }

        return cell;
    }

    private static bool IsDark(ReadOnlySpan<ushort> columns, int cell, int step, int threshold)
    {
        var sum = 0;
        foreach (var column in columns.Slice(cell * step, step))
            sum += column;
        return sum < threshold * step * step;
    }

    private void AddRun(int start, int end, int y, int step, ref int above)
    {
        while (above < _above.Count && _above[above].End < start)
            above++;
        var label = -1;
        for (var i = above; i < _above.Count && _above[i].Start <= end; i++)
            label = label < 0 ? Root(_above[i].Label) : Join(label, Root(_above[i].Label));
        var run = new Blob(start, y, end, y + step, (end - start) / step);
        if (label < 0)
        {
            label = _blobs.Count;
            _parents.Add(label);
            _blobs.Add(run);
        }
        else
        {
            _blobs[label] = Union(_blobs[label], run);
        }

        _row.Add((start, end, label));
    }

    private int Root(int label)
    {
        while (_parents[label] != label)
            label = _parents[label] = _parents[_parents[label]];
        return label;
    }

    private int Join(int a, int b)
    {
        if (a == b)
            return a;
        var (keep, drop) = a < b ? (a, b) : (b, a);
        _parents[drop] = keep;
        _blobs[keep] = Union(_blobs[keep], _blobs[drop]);
        return keep;
    }

    private static Blob Union(Blob a, Blob b) =>
        new(
            Math.Min(a.Left, b.Left),
            Math.Min(a.Top, b.Top),
            Math.Max(a.Right, b.Right),
            Math.Max(a.Bottom, b.Bottom),
            a.Cells + b.Cells);
}
