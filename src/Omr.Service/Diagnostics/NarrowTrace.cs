using Omr.Engine;
using Omr.Engine.Diagnostics;
using Omr.Engine.Geometry;
using Omr.Service.Sheets;

namespace Omr.Service.Diagnostics;

/// <summary>Makes a page and everything that was seen on it smaller, for a screen; of what was read nothing changes.</summary>
internal static class NarrowTrace
{
    /// <summary>The trace of a page at most so wide, in pixels.</summary>
    public static PageTrace Narrow(this PageTrace trace, int most)
    {
        if (trace.Picture is not { } picture || picture.Width <= most)
            return trace;
        var by = (double)most / picture.Width;
        PagePoint Point(PagePoint p) => new(p.X * by, p.Y * by);
        PixelArea Area(PixelArea a) => new((int)(a.X * by), (int)(a.Y * by), (int)Math.Ceiling(a.Width * by), (int)Math.Ceiling(a.Height * by));
        return trace with
        {
            Picture = picture.Narrow(most),
            PixelsPerMm = trace.PixelsPerMm * by,
            Corners = [.. trace.Corners.Select(Point)],
            Marks = [.. trace.Marks.Select(m => m with { Window = Area(m.Window), Place = Area(m.Place), Found = m.Found is { } found ? Point(found) : null })],
            Bubbles = [.. trace.Bubbles.Select(b => b with { X = b.X * by, Y = b.Y * by, Width = b.Width * by, Height = b.Height * by })],
            Timing = [],
            Patches = [],
        };
    }
}
