using Omr.Engine.Geometry;
using Omr.Engine.Imaging;
using Omr.Engine.Template;

namespace Omr.Engine.Locate;

/// <summary>
/// Finds blobs that look like the registration marks, each in a window around the place where it must be if the sheet
/// fills the picture, upright or upside down. The near window is half of the whole one and seen with the same threshold on
/// the same grid of cells, so that a mark in it gives the same candidate to the bit.
/// </summary>
internal sealed class MarkFinder
{
    // Millimetres that a mark may lie off its place: 5 degrees of skew move a corner of A4 by 13 mm, and scanners add a
    // few millimetres of shift.
    private const double Reach = 18;

    // The same for the near window: 3 degrees of skew and 3 mm of shift, which nearly every fed sheet keeps to.
    private const double NearReach = 10;

    // Millimetres between the pixels looked at; a 6 mm mark shows 24 of them.
    private const double CellSize = 0.25;

    // Share of stencil cells: a whole mark turned by 5 degrees keeps 0.85, a square in place of a ring has 0.6.
    private const double LeastAgreement = 0.74;

    // Nearer to the window's own paper, for a lamp that is darker at one side, than to the page's black: marks printed
    // in grey or with fading toner are still darker.
    private const double ThresholdShare = 0.6;

    private const int MostCandidates = 3;

    // Every how many rows of cells one is looked at for the window's paper.
    private const int ThresholdRows = 4;

    private readonly BlobFinder _blobs = new();
    private readonly List<MarkCandidate> _found = [];

    /// <summary>Where a mark is sought.</summary>
    public static PixelArea Window(RegistrationMark mark, in SheetPose pose) => Window(mark, pose, Reach);

    /// <summary>The likeliest blobs for one mark, best first.</summary>
    /// <param name="page">The page.</param>
    /// <param name="tone">White and black of the page.</param>
    /// <param name="stencil">The mark.</param>
    /// <param name="index">Its place in the template.</param>
    /// <param name="pose">How the sheet is taken to lie.</param>
    /// <param name="near">Whether the near window will do if there is such a blob in it.</param>
    public IReadOnlyList<MarkCandidate> Find(
        GrayImage page, PageTone tone, MarkStencil stencil, int index, in SheetPose pose, bool near)
    {
        _found.Clear();
        var window = Window(stencil.Mark, pose);
        var step = Math.Max(1, (int)(CellSize * pose.Scale));
        var threshold = Threshold(page, window, step, tone);
        if (near)
            Collect(page, OnGrid(Window(stencil.Mark, pose, NearReach), window, step), step, threshold, stencil, index, pose, true);
        if (_found.Count == 0)
            Collect(page, window, step, threshold, stencil, index, pose, false);
        _found.Sort((a, b) => b.Agreement.CompareTo(a.Agreement));
        if (_found.Count > MostCandidates)
            _found.RemoveRange(MostCandidates, _found.Count - MostCandidates);
        return _found;
    }

    private static PixelArea Window(RegistrationMark mark, in SheetPose pose, double reach) =>
        pose.Window(mark.Box.Centre, Math.Max(mark.Box.Width, mark.Box.Height) + reach);

    // The window moved by less than a cell so that its cells are cells of the other window too.
    private static PixelArea OnGrid(PixelArea window, PixelArea grid, int step)
    {
        var (left, top) = (Math.Max(grid.X, 0), Math.Max(grid.Y, 0));
        return window with
        {
            X = left + (Math.Max(window.X - left, 0) / step * step),
            Y = top + (Math.Max(window.Y - top, 0) / step * step),
        };
    }

    private void Collect(
        GrayImage page, PixelArea window, int step, int threshold, MarkStencil stencil, int index, in SheetPose pose, bool whole)
    {
        var (box, scale) = (stencil.Mark.Box, pose.Scale);
        foreach (var blob in _blobs.Find(page, window, step, threshold))
        {
            if (!Fits(blob.Width / scale, box.Width, box.Height) || !Fits(blob.Height / scale, box.Height, box.Width))
                continue;
            if (whole && !Within(blob, window, step))
                continue;
            var agreement = stencil.Agreement(page, blob, threshold, pose.UpsideDown);
            if (agreement >= LeastAgreement)
                _found.Add(new(index, Centroid(page, blob, step, threshold), agreement));
        }
    }

    // Whether the window surely cuts nothing off the blob.
    private static bool Within(in Blob blob, PixelArea window, int step) =>
        blob.Left >= window.X + step
        && blob.Top >= window.Y + step
        && blob.Right <= window.X + window.Width - (2 * step)
        && blob.Bottom <= window.Y + window.Height - (2 * step);

    // A mark turned by 8 degrees grows by a seventh of its other side; printing and scanning change its size by a few
    // per cent, a cell is lost or won at each edge, and the guess at the scale may be off by a tenth.
    private static bool Fits(double size, double expected, double other) =>
        size >= (0.8 * expected) - CellSize && size <= (1.15 * expected) + (0.15 * other) + (2 * CellSize);

    private static int Threshold(GrayImage page, PixelArea window, int step, PageTone tone)
    {
        long sum = 0;
        var count = 0;
        var middle = (byte)((tone.White + tone.Black) / 2);
        var (left, right) = (Math.Max(window.X, 0), Math.Min(window.X + window.Width, page.Width));
        var (top, bottom) = (Math.Max(window.Y, 0), Math.Min(window.Y + window.Height, page.Height));
        for (var y = top; y < bottom && left < right; y += ThresholdRows * step)
        {
            var (rowSum, rowCount) = ToneKernels.SumAbove(page.Row(y)[left..right], middle);
            (sum, count) = (sum + rowSum, count + rowCount);
        }

        var white = count == 0 ? tone.White : (int)(sum / count);
        return (int)(tone.Black + (ThresholdShare * (white - tone.Black)));
    }

    // Weighs each pixel by how much darker than paper it is, so that the blurred edge places the mark to a fraction of
    // a pixel. The edge is a cell wide beyond the blob.
    private static PagePoint Centroid(GrayImage page, Blob blob, int step, int threshold)
    {
        var margin = step + 1;
        var (left, right) = (Math.Max(blob.Left - margin, 0), Math.Min(blob.Right + margin, page.Width));
        var (top, bottom) = (Math.Max(blob.Top - margin, 0), Math.Min(blob.Bottom + margin, page.Height));
        var light = threshold + (threshold / 4);
        long sum = 0, sumX = 0, sumY = 0;
        for (var y = top; y < bottom; y++)
        {
            var row = page.Row(y);
            for (var x = left; x < right; x++)
            {
                var weight = Math.Max(0, light - row[x]);
                sum += weight;
                sumX += weight * x;
                sumY += weight * y;
            }
        }

        return new((double)sumX / sum, (double)sumY / sum);
    }
}
