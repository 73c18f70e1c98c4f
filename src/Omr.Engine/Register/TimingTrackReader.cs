using Omr.Engine.Geometry;
using Omr.Engine.Imaging;
using Omr.Engine.Template;

namespace Omr.Engine.Register;

/// <summary>
/// Walks the timing track from the top. Each mark is sought where the registration marks put it, moved by what the mark
/// above it was off. It counts as seen when the middle of its bar is dark, both its ends and both its sides are light,
/// and its edges stand as far apart as they were printed; nothing is inferred for one that isn't.
/// </summary>
internal sealed class TimingTrackReader
{
    // Millimetres searched beyond each edge: less than half the white between two marks, so that a mark is never taken
    // for its neighbour.
    private const double Reach = 0.95;

    // Millimetres by which a bar's measured size may differ: blur, toner and a pixel at each edge.
    private const double SizeTolerance = 0.5;

    // Share of the contrast between the bar and the white around it: fading toner keeps a half.
    private const double LeastContrast = 0.4;

    private readonly List<TimingOffset> _offsets = [];

    /// <summary>Where each mark that was seen lies against the map, from the top.</summary>
    public IReadOnlyList<TimingOffset> Read(GrayImage page, PageTone tone, TimingTrack track, in PaperMap map)
    {
        _offsets.Clear();
        var drift = default(PagePoint);
        foreach (var y in track.Rows)
        {
            var expected = map.Map(track.X, y) + drift;
            var size = new PagePoint(track.Width * map.ScaleX, track.Height * map.ScaleY);
            if (Measure(page, tone, expected, size, map.ScaleY) is not { } centre)
                continue;
            drift += centre - expected;
            _offsets.Add(new(y, drift));
        }

        return _offsets;
    }

    private static PagePoint? Measure(GrayImage page, PageTone tone, PagePoint at, PagePoint size, double scale)
    {
        var reach = Reach * scale;
        var (halfX, halfY) = ((size.X / 2) + reach, (size.Y / 2) + reach);
        var (left, top) = ((int)(at.X - halfX), (int)(at.Y - halfY));
        var (width, height) = ((int)(2 * halfX) + 1, (int)(2 * halfY) + 1);
        if (left < 0 || top < 0 || left + width > page.Width || top + height > page.Height)
            return null;

        // The rows' profile over the middle of the bar, then the columns' over the rows where the bar was found.
        Span<int> profile = stackalloc int[Math.Max(width, height)];
        var inset = (int)(reach + (size.X / 4));
        for (var y = 0; y < height; y++)
            profile[y] = ToneKernels.Sum(page.Row(top + y).Slice(left + inset, width - (2 * inset))) / (width - (2 * inset));
        var tolerance = SizeTolerance * scale;
        if (Bar(profile[..height], tone, size.Y, tolerance) is not { } vertical)
            return null;

        var (first, last) = ((int)(vertical - (size.Y / 4)), (int)(vertical + (size.Y / 4)));
        profile[..width].Clear();
        for (var y = first; y <= last; y++)
        {
            var row = page.Row(top + y).Slice(left, width);
            for (var x = 0; x < width; x++)
                profile[x] += row[x];
        }

        for (var x = 0; x < width; x++)
            profile[x] /= last - first + 1;
        return Bar(profile[..width], tone, size.X, tolerance) is { } horizontal
            ? new(left + horizontal, top + vertical)
            : null;
    }

    // The middle of the one dark bar in a profile, by the places where its edges cross half height.
    private static double? Bar(ReadOnlySpan<int> profile, PageTone tone, double length, double tolerance)
    {
        int low = 255, high = 0;
        foreach (var value in profile)
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        if (high - low < LeastContrast * tone.Contrast)
            return null;
        var half = (low + high) / 2.0;
        double? enter = null, leave = null;
        for (var i = 1; i < profile.Length; i++)
        {
            var (before, after) = (profile[i - 1], profile[i]);
            var crossing = i - 1 + ((before - half) / (before - after));
            if (before > half && after <= half)
            {
                if (enter is not null)
                    return null;
                enter = crossing;
            }
            else if (before <= half && after > half)
            {
                if (leave is not null || enter is null)
                    return null;
                leave = crossing;
            }
        }

        return enter is { } a && leave is { } b && Math.Abs(b - a - length) <= tolerance ? (a + b) / 2 : null;
    }
}
