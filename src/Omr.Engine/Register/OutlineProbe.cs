using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Omr.Engine.Geometry;
using Omr.Engine.Imaging;
using Omr.Engine.Template;

namespace Omr.Engine.Register;

/// <summary>
/// Pairs of pixels around a bubble, one on its printed outline and one on the white just outside. Where the probe lies
/// right, each pair goes from dark to light, whether the bubble is filled or not.
/// </summary>
internal sealed class OutlineProbe
{
    private const int Pairs = 32;

    // Millimetres from the bubble's outer edge inwards to the middle of its printed line (lines are 0.15 to 0.4 wide).
    private const double Inset = 0.1;

    // Millimetres outwards: past the blurred edge, short of the neighbour's at a usual gap of 0.8.
    private const double Outset = 0.3;

    private readonly int[] _on = new int[Pairs];
    private readonly int[] _off = new int[Pairs];

    public OutlineProbe(Bubble bubble, in PaperMap map, int stride)
    {
        Bubble = bubble;
        Build(map, stride);
    }

    public Bubble Bubble { get; }

    /// <summary>Pixels that the probe reaches from the bubble's middle, in either direction.</summary>
    public int Reach { get; private set; }

    /// <summary>Tones by which the outside is lighter than the outline, summed over every <paramref name="step"/>th pair.</summary>
    public int Score(GrayImage page, int x, int y, int step)
    {
        ref var centre = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(page.Pixels), (y * page.Stride) + x);
        var score = 0;
        for (var i = 0; i < Pairs; i += step)
            score += Unsafe.Add(ref centre, _off[i]) - Unsafe.Add(ref centre, _on[i]);
        return score;
    }

    /// <summary>The outline's mean tone and the paper's: the mean of the lighter half of the outside.</summary>
    public (int Outline, int Paper) Tones(GrayImage page, int x, int y)
    {
        ref var centre = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(page.Pixels), (y * page.Stride) + x);
        int on = 0, off = 0;
        for (var i = 0; i < Pairs; i++)
        {
            on += Unsafe.Add(ref centre, _on[i]);
            off += Unsafe.Add(ref centre, _off[i]);
        }

        int light = 0, count = 0;
        for (var i = 0; i < Pairs; i++)
        {
            var tone = Unsafe.Add(ref centre, _off[i]);
            if (tone * Pairs < off)
                continue;
            light += tone;
            count++;
        }

        return (on / Pairs, light / count);
    }

    private void Build(in PaperMap map, int stride)
    {
        var (a, b) = (Bubble.Width / 2, Bubble.Height / 2);
        for (var i = 0; i < Pairs; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * (i + 0.5) / Pairs);

            // On a rectangle the direction is stretched until it meets a side.
            var reach = Bubble.Shape == BubbleShape.Ellipse ? 1 : 1 / Math.Max(Math.Abs(cos), Math.Abs(sin));
            _on[i] = Offset(map, (a - Inset) * cos * reach, (b - Inset) * sin * reach, stride);
            _off[i] = Offset(map, (a + Outset) * cos * reach, (b + Outset) * sin * reach, stride);
        }
    }

    private int Offset(in PaperMap map, double x, double y, int stride)
    {
        var (px, py) = ((int)Math.Round((map.Xx * x) + (map.Xy * y)), (int)Math.Round((map.Yx * x) + (map.Yy * y)));
        Reach = Math.Max(Reach, Math.Max(Math.Abs(px), Math.Abs(py)));
        return (py * stride) + px;
    }
}
