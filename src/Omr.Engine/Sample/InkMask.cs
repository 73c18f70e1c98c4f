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

    private byte[] _bytes = [];

    /// <summary>Shapes the mask for the bubbles of a sheet; masks are kept from sheet to sheet.</summary>
    public void Shape(Bubble bubble, in PaperMap map)
    {
        var (a, b) = (((bubble.Width / 2) - Inset) * map.ScaleX, ((bubble.Height / 2) - Inset) * map.ScaleY);
        var (radiusX, radiusY) = ((int)a, (int)b);
        RadiusX = radiusX;
        Height = (2 * radiusY) + 1;
        Width = ((2 * radiusX) + 1 + Lane - 1) / Lane * Lane;
        if (_bytes.Length < Width * Height)
            _bytes = new byte[Width * Height];
        Array.Clear(_bytes);
        Count = 0;
        for (var y = -radiusY; y <= radiusY; y++)
        {
            for (var x = -radiusX; x <= radiusX; x++)
            {
                var (u, v) = (x / a, y / b);
                if (bubble.Shape == BubbleShape.Ellipse && (u * u) + (v * v) > 1)
                    continue;
                _bytes[((y + radiusY) * Width) + x + radiusX] = 255;
                Count++;
            }
        }
    }

    /// <summary>The rows, one after the other.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Width * Height);

    /// <summary>Bytes in a row, a multiple of <see cref="Lane"/>.</summary>
    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>Pixels from the middle to the left edge.</summary>
    public int RadiusX { get; private set; }

    /// <summary>Pixels that count.</summary>
    public int Count { get; private set; }
}
