using System.Numerics;
using System.Runtime.InteropServices;
using Omr.Engine.Template;
using Omr.Simulator.Printing;

namespace Omr.Simulator.Pencil;

/// <summary>
/// The graphite laid on a small area of a page, from 0 (none) to 1 (all the paper can hold), before the page darkens
/// with it. Strokes add up as pencil does: each lays less where there is some already. The layer knows the rows and
/// columns that bear any, and works on those alone; several pixels at a time with the roundings of one.
/// </summary>
internal sealed class GraphiteLayer(GreyPicture page)
{
    // Share of the room left that a stroke at full pressure fills, so that crossings show: by eye, at 400 %.
    private const float Grip = 0.62f;

    // Millimetres over which a stroke's edge fades: a sharpened 2B has a round point.
    private const double EdgeFade = 0.16;

    // Below this nobody sees any.
    private const float Least = 0.004f;

    private float[] _graphite = [];
    private float[] _before = [];
    private float[] _tooth = [];
    private float[] _light = [];
    private int[] _column = [];
    private int _left;
    private int _top;
    private int _width;
    private int _height;
    private Window _touched;

    /// <summary>Begins anew with no graphite on an area of the page.</summary>
    public void Clear(PaperArea area)
    {
        _left = Math.Clamp((int)(area.X * page.PerMm), 0, page.Width - 1);
        _top = Math.Clamp((int)(area.Y * page.PerMm), 0, page.Height - 1);
        _width = Math.Clamp((int)Math.Ceiling(area.Right * page.PerMm), _left + 1, page.Width) - _left;
        _height = Math.Clamp((int)Math.Ceiling(area.Bottom * page.PerMm), _top + 1, page.Height) - _top;
        if (_graphite.Length < _width * _height)
            (_graphite, _before) = (new float[_width * _height], new float[_width * _height]);
        if (_tooth.Length < _width)
            (_tooth, _light, _column) = (new float[_width], new float[_width], new int[_width]);
        _graphite.AsSpan(0, _width * _height).Clear();
        for (var x = 0; x < _width; x++)
            _column[x] = PaperTooth.Column((_left + x) / page.PerMm);
        _touched = Window.None;
    }

    /// <summary>
    /// A straight stroke between two places on the paper; pressure runs from one end's to the other's.
    /// </summary>
    public void Stroke(PaperPoint from, PaperPoint to, double width, double pressureFrom, double pressureTo)
    {
        var reach = (width + EdgeFade) / 2;
        var (x0, x1) = Columns(Math.Min(from.X, to.X) - reach, Math.Max(from.X, to.X) + reach);
        var (y0, y1) = Rows(Math.Min(from.Y, to.Y) - reach, Math.Max(from.Y, to.Y) + reach);
        _touched = _touched.With(x0, y0, x1, y1);
        var mm = (float)(1 / page.PerMm);
        var stroke = new StrokeLine(from, to, width, EdgeFade, pressureFrom, pressureTo, Grip);
        for (var y = y0; y < y1; y++)
        {
            var py = ((_top + y + 0.5f) * mm) - (float)from.Y;
            var px = ((_left + x0 + 0.5f) * mm) - (float)from.X;
            stroke.Lay(_graphite.AsSpan((y * _width) + x0, x1 - x0), px, py, mm);
        }
    }

    /// <summary>
    /// Drags the graphite along a direction, as an eraser does, and leaves that share of it: part where it was, for
    /// the pencil dented the paper, and part smeared in streaks over the way of the eraser.
    /// </summary>
    /// <param name="left">What is left, 1 being all.</param>
    /// <param name="direction">Direction of rubbing in radians.</param>
    /// <param name="way">Length of the smear in millimetres, either way.</param>
    public void Rub(double left, double direction, double way)
    {
        var steps = Math.Max(1, (int)(way * page.PerMm));
        var (sin, cos) = MathF.SinCos((float)direction);
        var before = _before.AsSpan(0, _width * _height);
        _graphite.AsSpan(0, before.Length).CopyTo(before);
        var from = _touched;
        _touched = _touched.Grown(steps, _width, _height);
        for (var y = _touched.Top; y < _touched.Bottom; y++)
        {
            for (var x = _touched.Left; x < _touched.Right; x++)
            {
                var smear = 0f;
                for (var s = -steps; s <= steps; s += 2)
                {
                    var (fx, fy) = (x + (int)(s * cos), y + (int)(s * sin));
                    if (from.Holds(fx, fy))
                        smear += before[(fy * _width) + fx];
                }

                // Streaks: the tooth of the paper, drawn out eight times along the eraser's way.
                var (along, across) = (((x * cos) + (y * sin)) / page.PerMm, ((y * cos) - (x * sin)) / page.PerMm);
                var streak = 0.35f + (1.3f * PaperTooth.At((_left / page.PerMm) + (along / 8), _top + (across / 2)));
                var dent = before[(y * _width) + x];
                dent *= dent * 0.5f;
                _graphite[(y * _width) + x] = (float)left * (dent + (0.5f * streak * smear / (steps + 1)));
            }
        }
    }

    /// <summary>Lightens the print under the graphite, as an eraser wears toner off.</summary>
    /// <param name="share">Share of the print's darkness that goes.</param>
    /// <param name="paper">Grey level of bare paper.</param>
    public void WearPrint(double share, byte paper)
    {
        for (var y = _touched.Top; y < _touched.Bottom; y++)
        {
            var pixels = Pixels(y);
            var graphite = Graphite(y);
            for (var x = 0; x < pixels.Length; x++)
            {
                if (pixels[x] < paper && graphite[x] > Least)
                    pixels[x] += (byte)(((paper - pixels[x]) * (float)share * Math.Min(1, graphite[x] * 1.5f)) + 0.5f);
            }
        }
    }

    /// <summary>
    /// Darkens the page with the graphite: hollows of the paper stay light until the graphite lies thick.
    /// </summary>
    /// <param name="darkness">Share of light that thick graphite takes away.</param>
    /// <param name="grain">How much the hollows keep, 1 being all where the graphite is thin.</param>
    public void Darken(double darkness, double grain)
    {
        for (var y = _touched.Top; y < _touched.Bottom; y++)
        {
            var pixels = Pixels(y);
            var graphite = Graphite(y);
            var row = PaperTooth.Row((_top + y) / page.PerMm);
            var columns = _column.AsSpan(_touched.Left, pixels.Length);
            var tooth = _tooth.AsSpan(0, pixels.Length);
            var light = _light.AsSpan(0, pixels.Length);
            for (var x = 0; x < tooth.Length; x++)
                tooth[x] = row[columns[x]];
            Leave(graphite, tooth, (float)darkness, (float)grain, light);
            for (var x = 0; x < pixels.Length; x++)
                pixels[x] = (byte)((pixels[x] * light[x]) + 0.5f);
        }
    }

    // The share of light left by graphite on paper of that tooth. Thin graphite leaves hollows white; thick graphite
    // fills them, but never quite.
    private static void Leave(
        ReadOnlySpan<float> graphite, ReadOnlySpan<float> tooth, float dark, float rough, Span<float> light)
    {
        var g = MemoryMarshal.Cast<float, Vector<float>>(graphite);
        var t = MemoryMarshal.Cast<float, Vector<float>>(tooth);
        var r = MemoryMarshal.Cast<float, Vector<float>>(light);
        for (var i = 0; i < r.Length; i++)
        {
            var hollow = t[i] * rough;
            var room = Vector<float>.One - (hollow * (Vector<float>.One - (g[i] * 0.6f)));
            var cover = Vector.Min(Vector.Max(g[i] * (new Vector<float>(1.25f) - hollow), Vector<float>.Zero), room);
            r[i] = Vector.ConditionalSelect(
                Vector.GreaterThan(g[i], new Vector<float>(Least)), Vector<float>.One - (cover * dark), Vector<float>.One);
        }

        for (var i = r.Length * Vector<float>.Count; i < light.Length; i++)
        {
            var hollow = tooth[i] * rough;
            var room = 1 - (hollow * (1 - (graphite[i] * 0.6f)));
            var cover = Math.Min(Math.Max(graphite[i] * (1.25f - hollow), 0), room);
            light[i] = graphite[i] > Least ? 1 - (cover * dark) : 1;
        }
    }

    private Span<byte> Pixels(int y) =>
        page.Pixels.AsSpan(((_top + y) * page.Width) + _left + _touched.Left, _touched.Right - _touched.Left);

    private Span<float> Graphite(int y) =>
        _graphite.AsSpan((y * _width) + _touched.Left, _touched.Right - _touched.Left);

    private (int From, int To) Columns(double fromMm, double toMm) => Range(fromMm, toMm, _left, _width);

    private (int From, int To) Rows(double fromMm, double toMm) => Range(fromMm, toMm, _top, _height);

    private (int From, int To) Range(double fromMm, double toMm, int first, int count) =>
        (Math.Clamp((int)Math.Floor(fromMm * page.PerMm) - first, 0, count),
         Math.Clamp((int)Math.Ceiling(toMm * page.PerMm) - first, 0, count));

    // The part of the layer that may bear graphite; right and bottom are the first column and row without.
    private readonly record struct Window(int Left, int Top, int Right, int Bottom)
    {
        public static Window None => new(int.MaxValue, int.MaxValue, 0, 0);

        public bool Holds(int x, int y) => x >= Left && x < Right && y >= Top && y < Bottom;

        public Window With(int left, int top, int right, int bottom) => left >= right || top >= bottom ? this : new(
            Math.Min(Left, left), Math.Min(Top, top), Math.Max(Right, right), Math.Max(Bottom, bottom));

        public Window Grown(int by, int width, int height) => Right == 0 ? this : new(
            Math.Max(0, Left - by), Math.Max(0, Top - by), Math.Min(width, Right + by), Math.Min(height, Bottom + by));
    }
}
