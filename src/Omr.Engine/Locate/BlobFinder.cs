using Omr.Engine.Imaging;

namespace Omr.Engine.Locate;

/// <summary>
/// Finds connected dark patches in a window of the page. The window is cut into cells of n by n pixels, whose mean tone
/// tells dark from light even where a mark is printed as a halftone; dark cells of a row are joined into runs and runs
/// of neighbouring rows into blobs.
/// </summary>
internal sealed class BlobFinder
{
    private readonly List<(int Start, int End, int Label)> _above = [];
    private readonly List<(int Start, int End, int Label)> _row = [];
    private readonly List<int> _parents = [];
    private readonly List<Blob> _blobs = [];
    private int[] _sums = [];

    /// <summary>The blobs of the window; valid until the next call.</summary>
    /// <param name="page">The page.</param>
    /// <param name="window">Where to look; what sticks out of the page is cut.</param>
    /// <param name="step">Pixels along each side of a cell.</param>
    /// <param name="threshold">Cells darker than this are dark.</param>
    public IEnumerable<Blob> Find(GrayImage page, PixelArea window, int step, int threshold)
    {
        _parents.Clear();
        _blobs.Clear();
        _above.Clear();
        var left = Math.Max(window.X, 0);
        var cells = (Math.Min(window.X + window.Width, page.Width) - left) / step;
        var bottom = Math.Min(window.Y + window.Height, page.Height) - step;
        for (var y = Math.Max(window.Y, 0); y <= bottom && cells > 0; y += step)
        {
            FindRuns(CellSums(page, left, y, cells, step), left, y, step, threshold * step * step);
            _above.Clear();
            _above.AddRange(_row);
        }

        for (var label = 0; label < _blobs.Count; label++)
        {
            if (_parents[label] == label)
                yield return _blobs[label];
        }
    }

    private Span<int> CellSums(GrayImage page, int left, int top, int cells, int step)
    {
        if (_sums.Length < cells)
            _sums = new int[cells];
        var sums = _sums.AsSpan(0, cells);
        sums.Clear();
        for (var y = top; y < top + step; y++)
        {
            var row = page.Row(y).Slice(left, cells * step);
            for (int cell = 0, x = 0; cell < sums.Length; cell++)
            {
                for (var i = 0; i < step; i++)
                    sums[cell] += row[x++];
            }
        }

        return sums;
    }

    private void FindRuns(ReadOnlySpan<int> sums, int left, int y, int step, int threshold)
    {
        _row.Clear();
        var above = 0;
        for (var cell = 0; cell < sums.Length;)
        {
            if (sums[cell] >= threshold)
            {
                cell++;
                continue;
            }

            var start = cell;
            while (cell < sums.Length && sums[cell] < threshold)
                cell++;
            AddRun(left + (start * step), left + (cell * step), y, step, ref above);
        }
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
