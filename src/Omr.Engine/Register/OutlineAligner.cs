using Omr.Engine.Geometry;
using Omr.Engine.Imaging;
using Omr.Engine.Template;

namespace Omr.Engine.Register;

/// <summary>
/// Slides a patch of bubbles over the picture, together, until their printed outlines fall on dark pixels with light
/// ones just outside: in steps of two pixels over the whole reach, then of one around the best, then to a fraction of a
/// pixel by a parabola through the neighbours.
/// </summary>
internal static class OutlineAligner
{
    // Bubbles of a patch that are looked at: enough that scrawls over some of them don't matter.
    private const int MostBubbles = 9;

    public static PatchFit Align(
        GrayImage page, OutlineProbe probe, BubblePatch patch, ReadOnlySpan<PagePoint> places, int reach)
    {
        Span<(int X, int Y)> bubbles = stackalloc (int, int)[MostBubbles];
        var count = 0;
        var every = Math.Max(1, (patch.Bubbles.Length + MostBubbles - 1) / MostBubbles);
        var edge = probe.Reach + reach + 2;
        for (var i = every / 2; i < patch.Bubbles.Length && count < MostBubbles; i += every)
        {
            var place = places[patch.Bubbles[i]];
            var (x, y) = ((int)Math.Round(place.X), (int)Math.Round(place.Y));
            if (x >= edge && y >= edge && x < page.Width - edge && y < page.Height - edge)
                bubbles[count++] = (x, y);
        }

        if (count == 0)
            return default;
        bubbles = bubbles[..count];
        var (bestX, bestY, best) = (0, 0, int.MinValue);
        for (var dy = -reach; dy <= reach; dy += 2)
        {
            for (var dx = -reach; dx <= reach; dx += 2)
            {
                if (Score(page, probe, bubbles, dx, dy, 2) is var score && score > best)
                    (bestX, bestY, best) = (dx, dy, score);
            }
        }

        return Refine(page, probe, bubbles, bestX, bestY);
    }

    private static PatchFit Refine(
        GrayImage page, OutlineProbe probe, ReadOnlySpan<(int X, int Y)> bubbles, int startX, int startY)
    {
        Span<int> scores = stackalloc int[9];
        var (x, y) = (startX, startY);
        for (var round = 0; round < 2; round++)
        {
            var best = 4;
            for (var i = 0; i < 9; i++)
            {
                scores[i] = Score(page, probe, bubbles, x + (i % 3) - 1, y + (i / 3) - 1, 1);
                if (scores[i] > scores[best] || (i == 4 && scores[i] == scores[best]))
                    best = i;
            }

            if (best == 4)
                break;
            (x, y) = (x + (best % 3) - 1, y + (best / 3) - 1);
        }

        var clarity = (double)Score(page, probe, bubbles, x, y, 1) / (bubbles.Length * 32);
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

    private static int Score(
        GrayImage page, OutlineProbe probe, ReadOnlySpan<(int X, int Y)> bubbles, int dx, int dy, int step)
    {
        var score = 0;
        foreach (var (x, y) in bubbles)
            score += probe.Score(page, x + dx, y + dy, step);
        return score;
    }
}
