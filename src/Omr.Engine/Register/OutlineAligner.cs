using Omr.Engine.Geometry;
using Omr.Engine.Imaging;
using Omr.Engine.Template;

namespace Omr.Engine.Register;

/// <summary>
/// Slides a patch of bubbles over the picture, together, until their printed outlines fall on dark pixels with light
/// ones just outside: in steps of two pixels over the whole reach, then of one around the best, then to a fraction of a
/// pixel by a parabola through the neighbours.
/// </summary>
internal sealed class OutlineAligner
{
    /// <summary>Pixels beyond the reach that refining may go.</summary>
    public const int Beyond = 2;

    // Bubbles of a patch that are looked at: enough that scrawls over some of them don't matter.
    private const int MostBubbles = 9;

    private readonly PatchWindow _window = new();

    public PatchFit Align(
        GrayImage page, OutlineProbe probe, BubblePatch patch, ReadOnlySpan<PagePoint> places, int reach)
    {
        Span<(int X, int Y)> bubbles = stackalloc (int X, int Y)[MostBubbles];
        var count = 0;
        var every = Math.Max(1, (patch.Bubbles.Length + MostBubbles - 1) / MostBubbles);
        var edge = probe.WindowRadius;
        for (var i = every / 2; i < patch.Bubbles.Length && count < MostBubbles; i += every)
        {
            var place = places[patch.Bubbles[i]];
            var (x, y) = ((int)Math.Round(place.X), (int)Math.Round(place.Y));
            if (x >= edge && y >= edge && x < page.Width - edge && y < page.Height - edge)
                bubbles[count++] = (x, y);
        }

        if (count == 0)
            return default;
        _window.Build(page, bubbles[..count], probe.WindowRadius);
        var (bestX, bestY, best) = (0, 0, int.MinValue);
        for (var dy = -reach; dy <= reach; dy += 2)
        {
            for (var dx = -reach; dx <= reach; dx += 2)
            {
                if (probe.Score(_window, dx, dy, 2) is var score && score > best)
                    (bestX, bestY, best) = (dx, dy, score);
            }
        }

        return Refine(probe, count, bestX, bestY);
    }

    private PatchFit Refine(OutlineProbe probe, int bubbles, int startX, int startY)
    {
        Span<int> scores = stackalloc int[9];
        var (x, y) = (startX, startY);
        for (var round = 0; round < 2; round++)
        {
            var best = 4;
            for (var i = 0; i < 9; i++)
            {
                scores[i] = probe.Score(_window, x + (i % 3) - 1, y + (i / 3) - 1, 1);
                if (scores[i] > scores[best] || (i == 4 && scores[i] == scores[best]))
                    best = i;
            }

            if (best == 4)
                break;
            (x, y) = (x + (best % 3) - 1, y + (best / 3) - 1);
        }

        var clarity = (double)probe.Score(_window, x, y, 1) / (bubbles * 32);
        return new(
            new(x + Peak(scores[3], scores[4], scores[5]), y + Peak(scores[1], scores[4], scores[7])),
            clarity);
    }

    // Vertex of the parabola through three neighbouring scores, within half a pixel of the middle one.
    private static double Peak(int before, int at, int after)
    {
        var bend = before - (2 * at) + after;
        return bend >= 0 ? 0 : Math.Clamp((before - after) / (2.0 * bend), -0.5, 0.5);
    }
}
