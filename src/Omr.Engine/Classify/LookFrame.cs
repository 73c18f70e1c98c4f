using System.Diagnostics;
using Omr.Engine.Geometry;
using Omr.Engine.Template;

namespace Omr.Engine.Classify;

/// <summary>
/// The square of pixels around a bubble that is looked at, and how far each lies from the bubble's outline: as a square of
/// the distance to its middle, the outline's being 1, in millimetres, or as a zone. All bubbles of one kind on a sheet have
/// the same frame, so it is shaped once and then laid on one after the other.
/// </summary>
internal sealed class LookFrame
{
    /// <summary>Parts into which the way around a bubble is cut.</summary>
    public const int Sides = 16;

    /// <summary>Millimetres beyond the outline's outer edge, less than 0, from which it is beside a bubble and not inside;</summary>
    public const double Inside = -0.35;

    /// <summary>to which it is beside;</summary>
    public const double Outside = 0.7;

    /// <summary>and within which ink of other origin (a stamp, writing) shows itself.</summary>
    public const double Nearby = 1.5;

    // Millimetres beyond the outline at which whatever goes on must pass: short of the next bubble, past most marks.
    private const double Passing = 0.6;
    private static readonly (double Cos, double Sin)[] Directions =
        [.. Enumerable.Range(0, 64).Select(i => (Math.Cos(i * Math.Tau / 64), Math.Sin(i * Math.Tau / 64)))];

    private readonly (int X, int Y)[] _passing = new (int, int)[Directions.Length];
    private LookZone[] _zones = [];
    private (short From, short To)[] _inside = [];
    private (short From, short To)[] _nearby = [];
    private (int X, int Y) _centre;
    private double _stepX;
    private double _stepY;
    private double _radius;

    /// <summary>Pixels from the middle to the edge of the frame.</summary>
    public int Reach { get; private set; }

    /// <summary>Pixels of a side.</summary>
    public int Side => (2 * Reach) + 1;

    /// <summary>Pixels from the middle to the outline.</summary>
    public int Outline { get; private set; }

    /// <summary>Pixels inside, printed letter and all.</summary>
    public int InsideCount { get; private set; }

    public int Left => _centre.X - Reach;

    public int Top => _centre.Y - Reach;

    /// <summary>Shapes the frame for a sheet's bubbles of a kind.</summary>
    /// <param name="bubble">What they look like.</param>
    /// <param name="map">Paper to picture.</param>
    /// <param name="around">Millimetres beyond the outline that are looked at.</param>
    public void Shape(Bubble bubble, in PaperMap map, double around)
    {
        Debug.Assert(around >= Nearby, "What is nearby lies within the frame.");
        _radius = bubble.Width / 2;
        (_stepX, _stepY) = (2 / (bubble.Width * map.ScaleX), 2 / (bubble.Height * map.ScaleY));
        var (largest, scale) = (Math.Max(bubble.Width, bubble.Height) / 2, Math.Max(map.ScaleX, map.ScaleY));
        (Reach, Outline) = ((int)((largest + around) * scale), (int)(largest * scale));
        if (_zones.Length < Side * Side)
            (_zones, _inside, _nearby) = (new LookZone[Side * Side], new (short, short)[Side], new (short, short)[Side]);
        InsideCount = 0;
        for (short y = 0; y < Side; y++)
            ShapeRow(y, Square(Inside), Square(Outside), Square(Nearby));
        var far = 1 + (Passing / _radius);
        for (var i = 0; i < _passing.Length; i++)
        {
            var (cos, sin) = Directions[i];
            _passing[i] = ((int)Math.Round(cos * far / _stepX), (int)Math.Round(sin * far / _stepY));
        }
    }

    /// <summary>Lays the frame on a bubble.</summary>
    /// <param name="centre">The pixel in its middle.</param>
    public void LayOn((int X, int Y) centre) => _centre = centre;

    /// <summary>The zones of a row's pixels.</summary>
    public ReadOnlySpan<LookZone> Zones(int y) => _zones.AsSpan(y * Side, Side);

    /// <summary>
    /// Which pixels of a row lie inside; one stretch, for a bubble has no dents. It lies on the page if the bubble does, even
    /// where it is empty and the frame goes beyond the page's edge.
    /// </summary>
    public (short From, short To) InsideOf(int y) => _inside[y];

    /// <summary>Which pixels of a row lie nearby or nearer.</summary>
    public (short From, short To) NearbyOf(int y) => _nearby[y];

    /// <summary>Millimetres by which a pixel of the frame lies beyond the outline; less than 0 inside.</summary>
    public double Beyond(int x, int y) => (Math.Sqrt(SquareAt(x, y)) - 1) * _radius;

    /// <summary>On which side of the middle a pixel of the frame lies, from 0.</summary>
    public int SideOf(int x, int y) =>
        (int)((Math.Atan2((y - Reach) * _stepY, (x - Reach) * _stepX) / Math.Tau * Sides) + Sides) % Sides;

    /// <summary>Places all around, from the middle, that whatever runs on from the bubble must pass.</summary>
    public ReadOnlySpan<(int X, int Y)> PassingPlaces => _passing;

    private void ShapeRow(short y, double inside, double outside, double nearby)
    {
        var zones = _zones.AsSpan(y * Side, Side);
        var empty = (From: (short)Reach, To: (short)Reach);
        var (insides, nearbys) = (empty, empty);
        for (short x = 0; x < zones.Length; x++)
        {
            var square = SquareAt(x, y);
            zones[x] = square < inside ? LookZone.Inside
                : square < 1 ? LookZone.Edge
                : square <= outside ? LookZone.Beside
                : square <= nearby ? LookZone.Nearby
                : LookZone.Beyond;
            if (zones[x] == LookZone.Inside)
                insides = (insides == empty ? x : insides.From, (short)(x + 1));
            if (zones[x] != LookZone.Beyond)
                nearbys = (nearbys == empty ? x : nearbys.From, (short)(x + 1));
        }

        (_inside[y], _nearby[y]) = (insides, nearbys);
        InsideCount += insides.To - insides.From;
    }

    // The square distance of a place so many millimetres beyond the outline, and of a pixel of the frame.
    private double Square(double beyond) => (1 + (beyond / _radius)) * (1 + (beyond / _radius));

    private double SquareAt(int x, int y)
    {
        var (u, v) = ((x - Reach) * _stepX, (y - Reach) * _stepY);
        return (u * u) + (v * v);
    }
}
