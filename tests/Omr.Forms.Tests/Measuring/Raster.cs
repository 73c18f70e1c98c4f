using System.Text;
using Omr.Engine.Template;

namespace Omr.Forms.Tests.Measuring;

/// <summary>The picture of a page; ink is 0 on white paper and 1 on black.</summary>
internal sealed class Raster
{
    private readonly byte[] _file;
    private readonly int _start;
    private readonly int _width;
    private readonly int _height;
    private readonly double _pixel;

    private Raster(byte[] file, int start, int width, int height, int dpi)
    {
        (_file, _start, _width, _height, _pixel) = (file, start, width, height, 25.4 / dpi);
    }

    /// <summary>Square millimetres of a pixel.</summary>
    public double PixelArea => _pixel * _pixel;

    /// <summary>The picture as a PGM file.</summary>
    public ReadOnlyMemory<byte> File => _file;

    public static Raster FromPgm(byte[] file, int dpi)
    {
        var header = Encoding.ASCII.GetString(file, 0, 30).Split('\n');
        Assert.Equal("P5", header[0]);
        var size = header[1].Split(' ').Select(int.Parse).ToArray();
        return new(file, header[..3].Sum(line => line.Length + 1), size[0], size[1], dpi);
    }

    /// <summary>The pixels whose middle lies in the area: where (in millimetres), and how much ink.</summary>
    public IEnumerable<(PaperPoint Place, double Ink)> Pixels(PaperArea area)
    {
        var (left, top) = (Math.Max(0, (int)(area.X / _pixel)), Math.Max(0, (int)(area.Y / _pixel)));
        for (var y = top; y < _height && (y + 0.5) * _pixel < area.Bottom; y++)
        {
            for (var x = left; x < _width && (x + 0.5) * _pixel < area.Right; x++)
            {
                var place = new PaperPoint((x + 0.5) * _pixel, (y + 0.5) * _pixel);
                if (place.X >= area.X && place.Y >= area.Y)
                    yield return (place, 1 - (_file[_start + (y * _width) + x] / 255.0));
            }
        }
    }

    /// <summary>Square millimetres of ink in the area.</summary>
    public double InkArea(PaperArea area) => Pixels(area).Sum(p => p.Ink) * PixelArea;

    /// <summary>The blackest pixel's ink in the area.</summary>
    public double Blackest(PaperArea area) => Pixels(area).Select(p => p.Ink).DefaultIfEmpty(0).Max();

    /// <summary>The ink's centre of gravity.</summary>
    public static PaperPoint Centroid(IEnumerable<(PaperPoint Place, double Ink)> pixels)
    {
        var (x, y, ink) = pixels.Aggregate(
            (X: 0.0, Y: 0.0, Ink: 0.0),
            (sum, p) => (sum.X + (p.Place.X * p.Ink), sum.Y + (p.Place.Y * p.Ink), sum.Ink + p.Ink));
        return new(x / ink, y / ink);
    }
}
