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

    // Which of the outside tones, in order, is the paper's: above the middle, because overfilled marks darken some, but
    // not the lightest, because a light streak may run through a few.
    private const int PaperRank = Pairs * 6 / 10;

    // Shares of the contrast by which a tone outside differs from the paper's when something lies over it: a fold, a
    // stain's edge, a streak. Lighter things stand out from even paper sooner.
    private const double Darker = 0.12;
    private const double Lighter = 0.08;

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

    /// <summary>The tones along the outline and just outside it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="x">Middle of the bubble.</param>
    /// <param name="y">Middle of the bubble.</param>
    /// <param name="contrast">Paper against print on this page, in tones.</param>
    public OutlineTones Tones(GrayImage page, int x, int y, int contrast)
    {
        ref var centre = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(page.Pixels), (y * page.Stride) + x);
        Span<byte> off = stackalloc byte[Pairs];
        var on = 0;
        for (var i = 0; i < Pairs; i++)
        {
            on += Unsafe.Add(ref centre, _on[i]);
            off[i] = Unsafe.Add(ref centre, _off[i]);
        }

        off.Sort();
        int paper = off[PaperRank];
        var uneven = 0;
        foreach (var tone in off)
        {
            if (tone < paper - (contrast * Darker) || tone > paper + (contrast * Lighter))
                uneven++;
        }

        return new(on / Pairs, paper, (float)uneven / Pairs);
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
