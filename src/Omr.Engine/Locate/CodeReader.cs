using System.Buffers;
using Omr.Engine.Geometry;
using Omr.Engine.Imaging;
using Omr.Engine.Native;
using Omr.Engine.Template;

namespace Omr.Engine.Locate;

/// <summary>
/// Reads a printed symbol where the template says it is. A QR of usual size is read at half its size first, which takes half
/// the time; its own check tells whether that was enough.
/// </summary>
internal static class CodeReader
{
    // Millimetres around the area, for what the marks alone don't place well.
    private const double Margin = 1.5;

    // Pixels of a crop's side from which half of them show a QR: at 200 dpi a form's has 174, and a module 2.5 when halved.
    private const int LeastHalved = 160;

    /// <summary>The symbol's text, or null.</summary>
    public static string? Read(GrayImage page, in PaperMap map, CodeArea code)
    {
        var area = Bounds(page, map, code.Area, Margin);
        if (area.Width < 8 || area.Height < 8)
            return null;
        var pixels = page.Pixels.AsSpan((area.Y * page.Stride) + area.X);
        if (code.Symbology == CodeSymbology.Qr && Math.Min(area.Width, area.Height) >= LeastHalved && ReadHalved(page, area) is { } text)
            return text;
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

    private static string? ReadHalved(GrayImage page, PixelArea area)
    {
        var (width, height) = (area.Width / 2, area.Height / 2);
        var half = ArrayPool<byte>.Shared.Rent(width * height);
        for (var y = 0; y < height; y++)
        {
            var upper = page.Row(area.Y + (2 * y)).Slice(area.X, 2 * width);
            var lower = page.Row(area.Y + (2 * y) + 1).Slice(area.X, 2 * width);
            ToneKernels.Halve(half.AsSpan(y * width, width), upper, lower);
        }

        var text = Zxing.Read(half.AsSpan(0, width * height), width, height, width, CodeSymbology.Qr, tryHarder: false);
        ArrayPool<byte>.Shared.Return(half);
        return text;
    }
}
