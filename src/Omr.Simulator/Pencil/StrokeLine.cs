using System.Numerics;
using System.Runtime.InteropServices;
using Omr.Engine.Template;

namespace Omr.Simulator.Pencil;

/// <summary>
/// A straight stroke from one place to another, with a round point at both ends and a soft edge: lays graphite on rows of
/// pixels by their distance from it.
/// </summary>
internal readonly struct StrokeLine(
    PaperPoint from, PaperPoint to, double width, double edgeFade, double pressureFrom, double pressureTo, float grip)
{
    private static readonly Vector<float> Places = Vector.CreateSequence(0f, 1f);

    private readonly float _dx = (float)(to.X - from.X);
    private readonly float _dy = (float)(to.Y - from.Y);
    private readonly float _fade = (float)(1 / edgeFade);

    // Distance in shares of the fade at which the edge begins, counted inwards.
    private readonly float _edge = (float)((width / 2 / edgeFade) + 0.5);
    private readonly float _pressure = (float)pressureFrom;
    private readonly float _rise = (float)(pressureTo - pressureFrom);

    /// <summary>Lays graphite on a row of pixels.</summary>
    /// <param name="row">The graphite there.</param>
    /// <param name="x">Place of the first pixel's middle from the stroke's beginning, in millimetres.</param>
    /// <param name="y">Place of the row from there.</param>
    /// <param name="step">Millimetres from pixel to pixel.</param>
    public void Lay(Span<float> row, float x, float y, float step)
    {
        var length = 1 / Math.Max(1e-6f, (_dx * _dx) + (_dy * _dy));
        var (ax, ay) = (_dx * length, y * _dy * length);
        var many = MemoryMarshal.Cast<float, Vector<float>>(row);
        var (zero, one) = (Vector<float>.Zero, Vector<float>.One);
        for (var i = 0; i < many.Length; i++)
        {
            var px = ((Places + new Vector<float>(i * Vector<float>.Count)) * step) + new Vector<float>(x);
            var along = Vector.Min(Vector.Max((px * ax) + new Vector<float>(ay), zero), one);
            var (ex, ey) = (px - (along * _dx), new Vector<float>(y) - (along * _dy));
            var edge = new Vector<float>(_edge) - (Vector.SquareRoot((ex * ex) + (ey * ey)) * _fade);
            var pressure = ((along * _rise) + new Vector<float>(_pressure)) * grip;
            var graphite = many[i];
            many[i] = graphite + (Vector.Min(Vector.Max(edge, zero), one) * pressure * (one - graphite));
        }

        for (var i = many.Length * Vector<float>.Count; i < row.Length; i++)
        {
            var px = (i * step) + x;
            var along = Math.Min(Math.Max((px * ax) + ay, 0), 1);
            var (ex, ey) = (px - (along * _dx), y - (along * _dy));
            var edge = _edge - (MathF.Sqrt((ex * ex) + (ey * ey)) * _fade);
            var pressure = ((along * _rise) + _pressure) * grip;
            row[i] += Math.Min(Math.Max(edge, 0), 1) * pressure * (1 - row[i]);
        }
    }
}
