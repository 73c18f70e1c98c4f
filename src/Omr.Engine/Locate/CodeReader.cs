using Omr.Engine.Geometry;
using Omr.Engine.Imaging;
using Omr.Engine.Native;
using Omr.Engine.Template;

namespace Omr.Engine.Locate;

/// <summary>Reads a printed symbol where the template says it is.</summary>
internal static class CodeReader
{
    // Millimetres around the area, for what the marks alone don't place well.
    private const double Margin = 1.5;

    /// <summary>The symbol's text, or null.</summary>
    public static string? Read(GrayImage page, in PaperMap map, CodeArea code)
    {
        var area = Bounds(page, map, code.Area, Margin);
        if (area.Width < 8 || area.Height < 8)
            return null;
        var pixels = page.Pixels.AsSpan((area.Y * page.Stride) + area.X);
        return Zxing.Read(pixels, area.Width, area.Height, page.Stride, code.Symbology, tryHarder: false)
            ?? Zxing.Read(pixels, area.Width, area.Height, page.Stride, code.Symbology, tryHarder: true);
    }

    /// <summary>The pixels of an area of the paper.</summary>
    /// <param name="page">The page.</param>
    /// <param name="map">Paper to picture.</param>
    /// <param name="area">The area.</param>
    /// <param name="margin">Millimetres around it; less than 0 to cut off.</param>
    public static PixelArea Bounds(GrayImage page, in PaperMap map, PaperArea area, double margin)
    {
        double left = page.Width, top = page.Height, right = 0, bottom = 0;
        foreach (var x in (ReadOnlySpan<double>)[area.X - margin, area.Right + margin])
        {
            foreach (var y in (ReadOnlySpan<double>)[area.Y - margin, area.Bottom + margin])
            {
                var p = map.Map(x, y);
                (left, right) = (Math.Min(left, p.X), Math.Max(right, p.X));
                (top, bottom) = (Math.Min(top, p.Y), Math.Max(bottom, p.Y));
            }
        }

        var (x0, y0) = ((int)Math.Max(left, 0), (int)Math.Max(top, 0));
        return new(x0, y0, (int)Math.Min(right, page.Width - 1) - x0, (int)Math.Min(bottom, page.Height - 1) - y0);
    }
}
