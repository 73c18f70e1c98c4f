using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Omr.Engine.Geometry;
using Omr.Engine.Imaging;
using Omr.Engine.Template;

namespace Omr.Engine.Register;

/// <summary>
/// Pairs of pixels around a bubble, one on its printed outline and one on the white just outside. Where the probe lies
/// right, each pair goes from dark to light, whether the bubble is filled or not. Kept from sheet to sheet and shaped
/// anew for each.
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

    private static readonly (double Cos, double Sin)[] Directions = MakeDirections();

    private readonly (int X, int Y)[] _on = new (int, int)[Pairs];
    private readonly (int X, int Y)[] _off = new (int, int)[Pairs];
    private readonly int[] _onPage = new int[Pairs];
    private readonly int[] _offPage = new int[Pairs];
    private readonly int[] _onWindow = new int[Pairs];
    private readonly int[] _offWindow = new int[Pairs];

    /// <summary>Pixels that the probe reaches from the bubble's middle, in either direction.</summary>
    public int Reach { get; private set; }

    /// <summary>Radius of the window that the probe can be slid over.</summary>
    public int WindowRadius { get; private set; }

    /// <summary>Shapes the probe for the bubbles of a sheet.</summary>
    /// <param name="bubble">What they look like.</param>
    /// <param name="map">Paper to picture.</param>
    /// <param name="stride">Bytes from one row of the page to the next.</param>
    /// <param name="slide">Pixels by which the probe is slid over a window, in either direction.</param>
    public void Shape(Bubble bubble, in PaperMap map, int stride, int slide)
    {
        var (a, b) = (bubble.Width / 2, bubble.Height / 2);
        Reach = 0;
        for (var i = 0; i < Pairs; i++)
        {
            var (cos, sin) = Directions[i];

            // On a rectangle the direction is stretched until it meets a side.
            var reach = bubble.Shape == BubbleShape.Ellipse ? 1 : 1 / Math.Max(Math.Abs(cos), Math.Abs(sin));
            _on[i] = Pixel(map, (a - Inset) * cos * reach, (b - Inset) * sin * reach);
            _off[i] = Pixel(map, (a + Outset) * cos * reach, (b + Outset) * sin * reach);
            Reach = Math.Max(Reach, Math.Max(Largest(_on[i]), Largest(_off[i])));
        }

        WindowRadius = Reach + slide;
        Lay(stride, _onPage, _offPage);
        Lay(PatchWindow.StrideOf(WindowRadius), _onWindow, _offWindow);
    }

    /// <summary>Tones by which the outside is lighter than the outline, summed over every <paramref name="step"/>th pair.</summary>
    /// <param name="window">The sum of the bubbles of a patch, of the probe's own radius.</param>
    /// <param name="dx">Pixels from the window's middle.</param>
    /// <param name="dy">Pixels from the window's middle.</param>
    /// <param name="step">1 or more.</param>
    public int Score(PatchWindow window, int dx, int dy, int step)
    {
        ref var centre = ref Unsafe.Add(
            ref MemoryMarshal.GetReference(window.Sums),
            ((window.Radius + dy) * window.Stride) + window.Radius + dx);
        ReadOnlySpan<int> on = _onWindow, off = _offWindow;
        var score = 0;
        for (var i = 0; i < on.Length && i < off.Length; i += step)
            score += Unsafe.Add(ref centre, off[i]) - Unsafe.Add(ref centre, on[i]);
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
        Span<byte> outside = stackalloc byte[Pairs];
        var on = 0;
        for (var i = 0; i < Pairs; i++)
        {
            on += Unsafe.Add(ref centre, _onPage[i]);
            outside[i] = Unsafe.Add(ref centre, _offPage[i]);
        }

        var off = Vector256.Create<byte>(outside);
        int paper = ToneKernels.Ranked(off, PaperRank);
        var (dark, light) = ((int)Math.Ceiling(paper - (contrast * Darker)), (int)Math.Floor(paper + (contrast * Lighter)) + 1);
        var uneven = dark <= 0 ? 0 : ToneKernels.CountBelow(off, (byte)dark);
        if (light <= byte.MaxValue)
            uneven += Pairs - ToneKernels.CountBelow(off, (byte)light);
        return new(on / Pairs, paper, (float)uneven / Pairs);
    }

    private void Lay(int stride, int[] on, int[] off)
    {
        for (var i = 0; i < Pairs; i++)
        {
            on[i] = (_on[i].Y * stride) + _on[i].X;
            off[i] = (_off[i].Y * stride) + _off[i].X;
        }
    }

    private static (int X, int Y) Pixel(in PaperMap map, double x, double y) =>
        ((int)Math.Round((map.Xx * x) + (map.Xy * y)), (int)Math.Round((map.Yx * x) + (map.Yy * y)));

    private static int Largest((int X, int Y) pixel) => Math.Max(Math.Abs(pixel.X), Math.Abs(pixel.Y));

    private static (double Cos, double Sin)[] MakeDirections()
    {
        var directions = new (double Cos, double Sin)[Pairs];
        for (var i = 0; i < Pairs; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * (i + 0.5) / Pairs);
            directions[i] = (cos, sin);
        }

        return directions;
    }
}
