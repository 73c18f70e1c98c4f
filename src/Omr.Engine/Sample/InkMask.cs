using Omr.Engine.Geometry;
using Omr.Engine.Template;

namespace Omr.Engine.Sample;

/// <summary>
/// The inside of a bubble as rows of bytes, 255 for a pixel that counts: what lies within the printed outline and far
/// enough from it that the outline's blur does not reach in. Rows are padded to whole vectors.
/// </summary>
internal sealed class InkMask
{
    /// <summary>Bytes that a kernel takes at once.</summary>
    public const int Lane = 16;

    // Millimetres from the outer edge inwards: a printed line of 0.2 and its blur at 150 dpi.
    private const double Inset = 0.35;

    public InkMask(Bubble bubble, in PaperMap map)
    {
        var (a, b) = ((bubble.Width / 2) - Inset, (bubble.Height / 2) - Inset);
        var (radiusX, radiusY) = ((int)(a * map.ScaleX), (int)(b * map.ScaleY));
        RadiusX = radiusX;
        Height = (2 * radiusY) + 1;
        Width = ((2 * radiusX) + 1 + Lane - 1) / Lane * Lane;
        Bytes = new byte[Width * Height];
        for (var y = -radiusY; y <= radiusY; y++)
        {
            for (var x = -radiusX; x <= radiusX; x++)
            {
                var (u, v) = (x / (a * map.ScaleX), y / (b * map.ScaleY));
                if (bubble.Shape == BubbleShape.Ellipse && (u * u) + (v * v) > 1)
                    continue;
                Bytes[((y + radiusY) * Width) + x + radiusX] = 255;
                Count++;
            }
        }
    }

    public byte[] Bytes { get; }

    /// <summary>Bytes in a row, a multiple of <see cref="Lane"/>.</summary>
    public int Width { get; }

    public int Height { get; }

    /// <summary>Pixels from the middle to the left edge.</summary>
    public int RadiusX { get; }

    /// <summary>Pixels that count.</summary>
    public int Count { get; }
}
