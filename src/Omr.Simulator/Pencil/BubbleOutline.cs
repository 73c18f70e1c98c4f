using Omr.Engine.Template;

namespace Omr.Simulator.Pencil;

/// <summary>The area that a hand fills: the bubble, or what the hand takes for it.</summary>
/// <param name="Shape">Ellipse or rectangle.</param>
/// <param name="Centre">Its middle on the paper.</param>
/// <param name="HalfWidth">Half its width in millimetres.</param>
/// <param name="HalfHeight">Half its height in millimetres.</param>
internal readonly record struct BubbleOutline(BubbleShape Shape, PaperPoint Centre, double HalfWidth, double HalfHeight)
{
    /// <summary>A place given as shares of the half sizes from the middle.</summary>
    public PaperPoint At(double x, double y) => new(Centre.X + (x * HalfWidth), Centre.Y + (y * HalfHeight));

    /// <summary>
    /// Where a line through the outline enters and leaves it: the line runs in a direction, at a distance from the
    /// middle, and the answer counts along the line from the place nearest to the middle; null if it misses.
    /// </summary>
    public (double From, double To)? Chord(double direction, double distance)
    {
        var (dx, dy) = (Math.Cos(direction), Math.Sin(direction));
        var (px, py) = (-dy * distance, dx * distance);
        return Shape == BubbleShape.Ellipse ? EllipseChord(px, py, dx, dy) : RectangleChord(px, py, dx, dy);
    }

    private (double From, double To)? EllipseChord(double px, double py, double dx, double dy)
    {
        (px, py) = (px / HalfWidth, py / HalfHeight);
        (dx, dy) = (dx / HalfWidth, dy / HalfHeight);
        var a = (dx * dx) + (dy * dy);
        var b = (px * dx) + (py * dy);
        var root = (b * b) - (a * ((px * px) + (py * py) - 1));
        return root <= 0 ? null : ((-b - Math.Sqrt(root)) / a, (-b + Math.Sqrt(root)) / a);
    }

    private (double From, double To)? RectangleChord(double px, double py, double dx, double dy)
    {
        var (fromX, toX) = Slab(px, dx, HalfWidth);
        var (fromY, toY) = Slab(py, dy, HalfHeight);
        var (from, to) = (Math.Max(fromX, fromY), Math.Min(toX, toY));
        return from >= to ? null : (from, to);
    }

    private static (double From, double To) Slab(double place, double step, double half)
    {
        if (Math.Abs(step) < 1e-9)
            return Math.Abs(place) < half ? (double.MinValue, double.MaxValue) : (1, -1);
        var (a, b) = ((-half - place) / step, (half - place) / step);
        return (Math.Min(a, b), Math.Max(a, b));
    }
}
