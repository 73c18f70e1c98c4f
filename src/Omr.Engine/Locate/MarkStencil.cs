using Omr.Engine.Imaging;
using Omr.Engine.Template;

namespace Omr.Engine.Locate;

/// <summary>
/// What a registration mark looks like as a grid of dark and light cells, to compare a blob with, and where its centre
/// of gravity lies, because that is what can be measured best in the picture.
/// </summary>
internal sealed class MarkStencil
{
    // Cells along each side: a 6 mm mark has cells of half a millimetre, 4 pixels at 200 dpi.
    private const int Side = 12;

    private readonly bool[] _dark = new bool[Side * Side];

    public MarkStencil(RegistrationMark mark)
    {
        Mark = mark;
        double sumX = 0, sumY = 0, count = 0;
        for (var i = 0; i < _dark.Length; i++)
        {
            var (u, v) = (((i % Side) + 0.5) / Side, ((i / Side) + 0.5) / Side);
            _dark[i] = IsDark(mark, u, v);
        }

        const int Fine = 120;
        for (var i = 0; i < Fine * Fine; i++)
        {
            var (u, v) = (((i % Fine) + 0.5) / Fine, ((i / Fine) + 0.5) / Fine);
            if (!IsDark(mark, u, v))
                continue;
            sumX += u;
            sumY += v;
            count++;
        }

        Centroid = new(mark.Box.X + (mark.Box.Width * sumX / count), mark.Box.Y + (mark.Box.Height * sumY / count));
    }

    public RegistrationMark Mark { get; }

    /// <summary>The mark's centre of gravity on the paper.</summary>
    public PaperPoint Centroid { get; }

    /// <summary>Share of the cells in which a blob and the mark agree, 0 to 1.</summary>
    /// <param name="page">The page.</param>
    /// <param name="blob">The blob.</param>
    /// <param name="threshold">Cells darker than this are dark.</param>
    /// <param name="upsideDown">Whether the sheet lies upside down in the picture.</param>
    public double Agreement(GrayImage page, in Blob blob, int threshold, bool upsideDown)
    {
        var agree = 0;
        for (var i = 0; i < _dark.Length; i++)
        {
            var expected = _dark[upsideDown ? _dark.Length - 1 - i : i];
            if (expected == CellTone(page, blob, i % Side, i / Side) < threshold)
                agree++;
        }

        return (double)agree / _dark.Length;
    }

    private static int CellTone(GrayImage page, in Blob blob, int column, int row)
    {
        var (left, right) = (blob.Left + (column * blob.Width / Side), blob.Left + ((column + 1) * blob.Width / Side));
        var (top, bottom) = (blob.Top + (row * blob.Height / Side), blob.Top + ((row + 1) * blob.Height / Side));
        (right, bottom) = (Math.Max(right, left + 1), Math.Max(bottom, top + 1));
        var sum = 0;
        for (var y = top; y < bottom; y++)
        {
            foreach (var tone in page.Row(y)[left..right])
                sum += tone;
        }

        return sum / ((right - left) * (bottom - top));
    }

    // (u, v) runs from 0 to 1 over the mark's box.
    private static bool IsDark(RegistrationMark mark, double u, double v)
    {
        var (x, y) = ((u - 0.5) * mark.Box.Width, (v - 0.5) * mark.Box.Height);
        var (a, b) = (mark.Box.Width / 2, mark.Box.Height / 2);
        return mark.Shape switch
        {
            MarkShape.Disc => Inside(x, y, a, b),
            MarkShape.Ring => Inside(x, y, a, b) && !Inside(x, y, a - mark.Thickness, b - mark.Thickness),
            MarkShape.Crosshair => Math.Abs(x) <= mark.Thickness / 2 || Math.Abs(y) <= mark.Thickness / 2,
            MarkShape.L => (mark.Turn is MarkTurn.TopLeft or MarkTurn.BottomLeft ? x + a : a - x) <= mark.Thickness
                || (mark.Turn is MarkTurn.TopLeft or MarkTurn.TopRight ? y + b : b - y) <= mark.Thickness,
            _ => true,
        };
    }

    private static bool Inside(double x, double y, double a, double b) =>
        a > 0 && b > 0 && (x * x / (a * a)) + (y * y / (b * b)) <= 1;
}
