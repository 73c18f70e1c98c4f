using Omr.Engine.Template;
using Omr.Simulator.Printing;

namespace Omr.Benchmarks.Campaign;

/// <summary>Changes a page's pixels at places given in millimetres.</summary>
internal static class PaperBrush
{
    /// <summary>Gives every pixel of an area a new level, from its old one and its place.</summary>
    public static void Change(this GreyPicture page, PaperArea area, Func<double, double, double, double> change)
    {
        var mm = 1 / page.PerMm;
        var (x0, y0) = (Math.Max(0, (int)(area.X * page.PerMm)), Math.Max(0, (int)(area.Y * page.PerMm)));
        var x1 = Math.Min(page.Width, (int)Math.Ceiling(area.Right * page.PerMm));
        var y1 = Math.Min(page.Height, (int)Math.Ceiling(area.Bottom * page.PerMm));
        for (var y = y0; y < y1; y++)
        {
            for (var x = x0; x < x1; x++)
            {
                ref var pixel = ref page.Pixels[(y * page.Width) + x];
                pixel = (byte)Math.Clamp(change(pixel, (x + 0.5) * mm, (y + 0.5) * mm) + 0.5, 0, 255);
            }
        }
    }

    /// <summary>Covers a rectangle with one tone.</summary>
    public static void Cover(this GreyPicture page, PaperArea area, double level) => page.Change(area, (_, _, _) => level);

    /// <summary>A round spot of one tone.</summary>
    public static void Spot(this GreyPicture page, PaperPoint centre, double radius, double level) => page.Change(
        new(centre.X - radius, centre.Y - radius, 2 * radius, 2 * radius),
        (old, x, y) => Math.Pow(x - centre.X, 2) + Math.Pow(y - centre.Y, 2) < radius * radius ? Math.Min(old, level) : old);

    /// <summary>A pen's line: what light it leaves multiplies what is there.</summary>
    public static void Line(this GreyPicture page, PaperPoint from, PaperPoint to, double width, double leaves)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var square = Math.Max(1e-9, (dx * dx) + (dy * dy));
        var half = width / 2;
        page.Change(
            new(
                Math.Min(from.X, to.X) - half, Math.Min(from.Y, to.Y) - half,
                Math.Abs(dx) + width, Math.Abs(dy) + width),
            (old, x, y) =>
            {
                var along = Math.Clamp((((x - from.X) * dx) + ((y - from.Y) * dy)) / square, 0, 1);
                var distance = Math.Sqrt(Math.Pow(x - from.X - (along * dx), 2) + Math.Pow(y - from.Y - (along * dy), 2));
                return distance < half ? Math.Min(old, 255 * leaves) : old;
            });
    }

    /// <summary>Blurs the page by a box of that half width, in pixels, across and then down.</summary>
    public static void Blur(this GreyPicture page, int radius)
    {
        var line = new byte[Math.Max(page.Width, page.Height)];
        for (var y = 0; y < page.Height; y++)
            Smooth(page.Pixels, y * page.Width, 1, page.Width, radius, line);
        for (var x = 0; x < page.Width; x++)
            Smooth(page.Pixels, x, page.Width, page.Height, radius, line);
    }

    /// <summary>Gives every grey level another.</summary>
    public static void Tone(this GreyPicture page, Func<double, double> curve)
    {
        var table = Enumerable.Range(0, 256).Select(v => (byte)Math.Clamp(curve(v) + 0.5, 0, 255)).ToArray();
        foreach (ref var pixel in page.Pixels.AsSpan())
            pixel = table[pixel];
    }

    private static void Smooth(byte[] pixels, int first, int step, int count, int radius, byte[] line)
    {
        for (var i = 0; i < count; i++)
            line[i] = pixels[first + (i * step)];
        var sum = 0;
        for (var i = -radius; i <= radius; i++)
            sum += line[Math.Clamp(i, 0, count - 1)];
        for (var i = 0; i < count; i++)
        {
            pixels[first + (i * step)] = (byte)((sum + radius) / ((2 * radius) + 1));
            sum += line[Math.Min(count - 1, i + radius + 1)] - line[Math.Max(0, i - radius)];
        }
    }
}
