namespace Omr.Engine.Geometry;

/// <summary>A place in the picture in pixels; the middle of the first pixel is (0, 0).</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Downwards.</param>
public readonly record struct PagePoint(double X, double Y)
{
    /// <summary>Distance from the first pixel, or of an offset from nothing.</summary>
    public double Length => Math.Sqrt((X * X) + (Y * Y));

    /// <summary>A place moved by an offset.</summary>
    public static PagePoint operator +(PagePoint a, PagePoint b) => new(a.X + b.X, a.Y + b.Y);

    /// <summary>The offset from one place to another.</summary>
    public static PagePoint operator -(PagePoint a, PagePoint b) => new(a.X - b.X, a.Y - b.Y);

    /// <summary>The operator by its name, for languages without operators.</summary>
    public static PagePoint Add(PagePoint left, PagePoint right) => left + right;

    /// <summary>The operator by its name, for languages without operators.</summary>
    public static PagePoint Subtract(PagePoint left, PagePoint right) => left - right;
}
