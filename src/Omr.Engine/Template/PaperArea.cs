namespace Omr.Engine.Template;

/// <summary>An upright rectangle on the paper, in millimetres.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public readonly record struct PaperArea(double X, double Y, double Width, double Height)
{
    /// <summary>The right edge.</summary>
    public double Right => X + Width;

    /// <summary>The bottom edge.</summary>
    public double Bottom => Y + Height;

    /// <summary>The middle of the rectangle.</summary>
    public PaperPoint Centre => new(X + (Width / 2), Y + (Height / 2));

    /// <summary>Whether the two rectangles share some area.</summary>
    public bool Overlaps(PaperArea other) =>
        X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;
}
