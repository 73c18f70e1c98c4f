using System.Diagnostics;
using System.Globalization;
using System.Text;
using Omr.Engine.Template;

namespace Omr.Service.Tests.Diagnostics;

/// <summary>
/// A printed form as poppler draws it, straight and unstretched, with bubbles darkened here: every place of it is known.
/// </summary>
internal sealed class FilledPage
{
    public const double PixelsPerMm = 200 / 25.4;

    // Drawn finer and averaged, as a scanner does: drawn at 200 dpi straight away, an M stood out by 0.017 ink for the
    // pixels that it fell on, and the reader doubted it.
    private const int Finer = 3;

    private readonly byte[] _pixels;

    private FilledPage(int width, int height, byte[] pixels) => (Width, Height, _pixels) = (width, height, pixels);

    public int Width { get; }

    public int Height { get; }

    /// <summary>Draws the first page of a PDF at 200 dpi.</summary>
    public static async Task<FilledPage> DrawAsync(string pdf)
    {
        var start = new ProcessStartInfo("pdftoppm", ["-r", $"{200 * Finer}", "-gray", "-f", "1", "-l", "1", pdf])
        {
            RedirectStandardOutput = true,
        };
        using var poppler = Process.Start(start)!;
        using var pgm = new MemoryStream();
        await poppler.StandardOutput.BaseStream.CopyToAsync(pgm, TestContext.Current.CancellationToken);
        await poppler.WaitForExitAsync(TestContext.Current.CancellationToken);
        var bytes = pgm.ToArray();
        var header = Encoding.ASCII.GetString(bytes, 0, 20).Split((char[])['\n', ' '], 5);
        Assert.Equal(("P5", "255"), (header[0], header[3]));
        var (width, height) = (
            int.Parse(header[1], CultureInfo.InvariantCulture), int.Parse(header[2], CultureInfo.InvariantCulture));
        return new(width / Finer, height / Finer, Average(bytes.AsSpan(^(width * height)..), width, height));
    }

    /// <summary>Darkens the inside of a bubble: 0 leaves it, 1 makes it black.</summary>
    public void Fill(TemplateBubble bubble, double ink) => Fill(bubble.Box, ink);

    /// <summary>Covers a part of the paper with white.</summary>
    public void Cover(PaperArea area)
    {
        for (var y = (int)(area.Y * PixelsPerMm); y < area.Bottom * PixelsPerMm; y++)
        {
            for (var x = (int)(area.X * PixelsPerMm); x < area.Right * PixelsPerMm; x++) _pixels[(y * Width) + x] = 255;
        }
    }

    /// <summary>Writes the page as PGM.</summary>
    public void Save(string path) =>
        File.WriteAllBytes(path, [.. Encoding.ASCII.GetBytes($"P5\n{Width} {Height}\n255\n"), .. _pixels]);

    private static byte[] Average(ReadOnlySpan<byte> fine, int width, int height)
    {
        var pixels = new byte[(width / Finer) * (height / Finer)];
        for (var at = 0; at < pixels.Length; at++)
        {
            var (x, y) = (at % (width / Finer) * Finer, at / (width / Finer) * Finer);
            var sum = 0;
            for (var i = 0; i < Finer * Finer; i++)
                sum += fine[((y + (i / Finer)) * width) + x + (i % Finer)];
            pixels[at] = (byte)(sum / (Finer * Finer));
        }

        return pixels;
    }

    private void Fill(PaperArea box, double ink)
    {
        for (var y = (int)(box.Y * PixelsPerMm); y < box.Bottom * PixelsPerMm; y++)
        {
            for (var x = (int)(box.X * PixelsPerMm); x < box.Right * PixelsPerMm; x++)
            {
                var u = ((x + 0.5) / PixelsPerMm - box.Centre.X) / (box.Width / 2);
                var v = ((y + 0.5) / PixelsPerMm - box.Centre.Y) / (box.Height / 2);
                if ((u * u) + (v * v) > 1) continue;
                var at = (y * Width) + x;
                _pixels[at] = (byte)Math.Min(_pixels[at], 255 * (1 - ink));
            }
        }
    }
}
