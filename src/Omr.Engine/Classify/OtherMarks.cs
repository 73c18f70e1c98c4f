namespace Omr.Engine.Classify;

/// <summary>The marks of other bubbles near one that is looked at: what lies in them, or where they are overfilled, is theirs.</summary>
internal sealed class OtherMarks
{
    // Millimetres around a bubble's outline that its overfilled mark takes: they go on for 0.6.
    private const double Overfill = 0.7;

    // A bubble that is not dark all over (a share of the writer's usual mark) while more than a tick's tail crosses its edge
    // may be no mark but a part of the very line that is followed: handwriting over one letter of a name and the next.
    private const float FullShare = 0.75f;
    private const float MostCrossed = 0.13f;

    private readonly List<(double X, double Y, double StepX, double StepY)> _marks = [];

    /// <summary>Gathers them.</summary>
    public void Gather(ClassifiedSheet sheet, BubbleSurroundings around, int bubble)
    {
        _marks.Clear();
        var registered = sheet.Sampled.Sheet;
        foreach (var other in around.Near(bubble))
        {
            if (sheet.Ink[other] < sheet.Thresholds.Mark
                || (sheet.Ink[other] < FullShare * sheet.Thresholds.Pencil && sheet.Sampled.Bubbles[other].Uneven > MostCrossed))
            {
                continue;
            }

            var (place, kind) = (registered.Places[other], registered.Layout.Kinds[around.KindOf(other)]);
            var limit = (Math.Max(kind.Width, kind.Height) / 2) + Overfill;
            _marks.Add((place.X, place.Y, 1 / (limit * registered.Map.ScaleX), 1 / (limit * registered.Map.ScaleY)));
        }
    }

    /// <summary>Whether a pixel of the page belongs to one of them.</summary>
    public bool Hold(int x, int y)
    {
        foreach (var (centreX, centreY, stepX, stepY) in _marks)
        {
            var (u, v) = ((x - centreX) * stepX, (y - centreY) * stepY);
            if ((u * u) + (v * v) < 1)
                return true;
        }

        return false;
    }
}
