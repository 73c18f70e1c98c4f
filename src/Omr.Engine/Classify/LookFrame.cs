using Omr.Engine.Geometry;
using Omr.Engine.Template;

namespace Omr.Engine.Classify;

/// <summary>
/// The square of pixels around a bubble that is looked at, and how far each lies from the bubble's outline: as a square of
/// the distance to its middle, the outline's being 1, or in millimetres.
/// </summary>
internal readonly struct LookFrame
{
    /// <summary>Parts into which the way around a bubble is cut.</summary>
    public const int Sides = 16;

    private readonly (int X, int Y) _centre;
    private readonly double _stepX;
    private readonly double _stepY;
    private readonly double _radius;

    /// <summary>Frames a bubble.</summary>
    /// <param name="centre">The pixel in its middle.</param>
    /// <param name="bubble">What it looks like.</param>
    /// <param name="map">Paper to picture.</param>
    /// <param name="around">Millimetres beyond its outline that are looked at.</param>
    public LookFrame((int X, int Y) centre, Bubble bubble, in PaperMap map, double around)
    {
        _centre = centre;
        _radius = bubble.Width / 2;
        (_stepX, _stepY) = (2 / (bubble.Width * map.ScaleX), 2 / (bubble.Height * map.ScaleY));
        var (largest, scale) = (Math.Max(bubble.Width, bubble.Height) / 2, Math.Max(map.ScaleX, map.ScaleY));
        (Reach, Outline) = ((int)((largest + around) * scale), (int)(largest * scale));
    }

    /// <summary>Pixels from the middle to the edge of the frame.</summary>
    public int Reach { get; }

    /// <summary>Pixels from the middle to the outline.</summary>
    public int Outline { get; }

    public int Left => _centre.X - Reach;

    public int Top => _centre.Y - Reach;

    /// <summary>The square distance of a place so many millimetres beyond the outline.</summary>
    public double Square(double beyond) => (1 + (beyond / _radius)) * (1 + (beyond / _radius));

    /// <summary>The square distance of a pixel of the frame.</summary>
    public double SquareAt(int x, int y)
    {
        var (u, v) = ((x - Reach) * _stepX, (y - Reach) * _stepY);
        return (u * u) + (v * v);
    }

    /// <summary>Millimetres by which a pixel of the frame lies beyond the outline; less than 0 inside.</summary>
    public double Beyond(int x, int y) => (Math.Sqrt(SquareAt(x, y)) - 1) * _radius;

    /// <summary>On which side of the middle a pixel of the frame lies, from 0.</summary>
    public int SideOf(int x, int y) =>
        (int)((Math.Atan2((y - Reach) * _stepY, (x - Reach) * _stepX) / Math.Tau * Sides) + Sides) % Sides;

    /// <summary>The pixel of the page so many millimetres beyond the outline, in a direction.</summary>
    public (int X, int Y) Around(double beyond, (double Cos, double Sin) direction)
    {
        var far = 1 + (beyond / _radius);
        return (_centre.X + (int)Math.Round(direction.Cos * far / _stepX), _centre.Y + (int)Math.Round(direction.Sin * far / _stepY));
    }
}
