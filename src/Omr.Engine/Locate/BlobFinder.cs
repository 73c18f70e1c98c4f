using Omr.Engine.Imaging;

namespace Omr.Engine.Locate;

/// <summary>
/// Finds connected dark patches in a window of the page. Looks at every n-th pixel of every n-th row (a cell), joins
/// dark cells of a row into runs and runs of neighbouring rows into blobs: a small share of the pixels is touched and
/// nothing is copied.
/// </summary>
internal sealed class BlobFinder
{
    private readonly List<(int Start, int End, int Label)> _above = [];
    private readonly List<(int Start, int End, int Label)> _row = [];
    private readonly List<int> _parents = [];
    private readonly List<Blob> _blobs = [];

    /// <summary>The blobs of the window; valid until the next call.</summary>
    /// <param name="page">The page.</param>
    /// <param name="window">Where to look; what sticks out of the page is cut.</param>
    /// <param name="step">Pixels from one cell to the next.</param>
    /// <param name="threshold">Pixels darker than this are dark.</param>
    public IEnumerable<Blob> Find(GrayImage page, PixelArea window, int step, int threshold)
    {
        _parents.Clear();
        _blobs.Clear();
        _above.Clear();
        var left = Math.Max(window.X, 0);
        var right = Math.Min(window.X + window.Width, page.Width);
        var bottom = Math.Min(window.Y + window.Height, page.Height);
        for (var y = Math.Max(window.Y, 0); y < bottom; y += step)
        {
            FindRuns(page.Row(y), left, right, y, step, threshold);
            _above.Clear();
            _above.AddRange(_row);
        }

        for (var label = 0; label < _blobs.Count; label++)
        {
            if (_parents[label] == label)
                yield return _blobs[label];
        }
    }

    private void FindRuns(ReadOnlySpan<byte> pixels, int left, int right, int y, int step, int threshold)
    {
        _row.Clear();
        var above = 0;
        for (var x = left; x < right;)
        {
            if (pixels[x] >= threshold)
            {
                x += step;
                continue;
            }

            var start = x;
            while (x < right && pixels[x] < threshold)
                x += step;
            AddRun(start, x, y, step, ref above);
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
