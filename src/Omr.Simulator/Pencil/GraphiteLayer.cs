using Omr.Engine.Template;
using Omr.Simulator.Printing;

namespace Omr.Simulator.Pencil;

/// <summary>
/// The graphite laid on a small area of a page, from 0 (none) to 1 (all the paper can hold), before the page darkens
/// with it. Strokes add up as pencil does: each lays less where there is some already.
/// </summary>
internal sealed class GraphiteLayer
{
    // Share of the room left that a stroke at full pressure fills, so that crossings show: by eye, at 400 %.
    private const float Grip = 0.62f;

    // Millimetres over which a stroke's edge fades: a sharpened 2B has a round point.
    private const double EdgeFade = 0.16;

    private readonly GreyPicture _page;
    private readonly int _left;
    private readonly int _top;
    private readonly int _width;
    private readonly int _height;
    private readonly float[] _graphite;

    public GraphiteLayer(GreyPicture page, PaperArea area)
    {
        _page = page;
        _left = Math.Clamp((int)(area.X * page.PerMm), 0, page.Width - 1);
        _top = Math.Clamp((int)(area.Y * page.PerMm), 0, page.Height - 1);
        _width = Math.Clamp((int)Math.Ceiling(area.Right * page.PerMm), _left + 1, page.Width) - _left;
        _height = Math.Clamp((int)Math.Ceiling(area.Bottom * page.PerMm), _top + 1, page.Height) - _top;
        _graphite = new float[_width * _height];
    }

    /// <summary>
    /// A straight stroke between two places on the paper; pressure runs from one end's to the other's.
    /// </summary>
    public void Stroke(PaperPoint from, PaperPoint to, double width, double pressureFrom, double pressureTo)
    {
        var reach = (width + EdgeFade) / 2;
        var (x0, x1) = Columns(Math.Min(from.X, to.X) - reach, Math.Max(from.X, to.X) + reach);
        var (y0, y1) = Rows(Math.Min(from.Y, to.Y) - reach, Math.Max(from.Y, to.Y) + reach);
        var (dx, dy) = ((float)(to.X - from.X), (float)(to.Y - from.Y));
        var square = Math.Max(1e-6f, (dx * dx) + (dy * dy));
        var mm = (float)(1 / _page.PerMm);
        var fade = (float)(1 / EdgeFade);
        var half = (float)(width / 2);
        for (var y = y0; y < y1; y++)
        {
            var py = ((_top + y + 0.5f) * mm) - (float)from.Y;
            for (var x = x0; x < x1; x++)
            {
                var px = ((_left + x + 0.5f) * mm) - (float)from.X;
                var along = Math.Clamp(((px * dx) + (py * dy)) / square, 0, 1);
                var (ex, ey) = (px - (along * dx), py - (along * dy));
                var edge = ((half - MathF.Sqrt((ex * ex) + (ey * ey))) * fade) + 0.5f;
                if (edge <= 0)
                    continue;
                var pressure = (float)(pressureFrom + (along * (pressureTo - pressureFrom)));
                ref var graphite = ref _graphite[(y * _width) + x];
                graphite += Math.Min(edge, 1) * pressure * Grip * (1 - graphite);
            }
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
        var steps = Math.Max(1, (int)(way * _page.PerMm));
        var (sin, cos) = MathF.SinCos((float)direction);
        var before = (float[])_graphite.Clone();
        for (var y = 0; y < _height; y++)
        {
            for (var x = 0; x < _width; x++)
            {
                var smear = 0f;
                for (var s = -steps; s <= steps; s += 2)
                {
                    var (fx, fy) = (x + (int)(s * cos), y + (int)(s * sin));
                    if (fx >= 0 && fy >= 0 && fx < _width && fy < _height)
                        smear += before[(fy * _width) + fx];
                }

                // Streaks: the tooth of the paper, drawn out eight times along the eraser's way.
                var (along, across) = (((x * cos) + (y * sin)) / _page.PerMm, ((y * cos) - (x * sin)) / _page.PerMm);
                var streak = 0.35f + (1.3f * PaperTooth.At((_left / _page.PerMm) + (along / 8), _top + (across / 2)));
                var dent = before[(y * _width) + x];
                dent *= dent * 0.5f;
                _graphite[(y * _width) + x] = (float)left * (dent + (0.5f * streak * smear / (steps + 1)));
            }
        }
    }

    /// <summary>Lightens the print under the graphite, as an eraser wears toner off.</summary>
    /// <param name="share">Share of the print's darkness that goes.</param>
    /// <param name="paper">Grey level of bare paper.</param>
    public void WearPrint(double share, byte paper) =>
        Change((level, graphite, _, _) =>
            level < paper ? level + ((paper - level) * (float)share * Math.Min(1, graphite * 1.5f)) : level);

    /// <summary>
    /// Darkens the page with the graphite: hollows of the paper stay light until the graphite lies thick.
    /// </summary>
    /// <param name="darkness">Share of light that thick graphite takes away.</param>
    /// <param name="grain">How much the hollows keep, 1 being all where the graphite is thin.</param>
    public void Darken(double darkness, double grain)
    {
        var (dark, rough) = ((float)darkness, (float)grain);
        Change((level, graphite, x, y) =>
        {
            var tooth = PaperTooth.At(x, y);
            // Thin graphite leaves hollows white; thick graphite fills them, but never quite.
            var room = 1 - (rough * tooth * (1 - (0.6f * graphite)));
            var cover = Math.Clamp(graphite * (1.25f - (rough * tooth)), 0, room);
            return level * (1 - (dark * cover));
        });
    }

    private void Change(Func<float, float, double, double, float> change)
    {
        for (var y = 0; y < _height; y++)
        {
            for (var x = 0; x < _width; x++)
            {
                var graphite = _graphite[(y * _width) + x];
                if (graphite <= 0.004f)
                    continue;
                ref var pixel = ref _page.Pixels[((_top + y) * _page.Width) + _left + x];
                var level = change(pixel, graphite, (_left + x) / _page.PerMm, (_top + y) / _page.PerMm);
                pixel = (byte)(Math.Clamp(level, 0, 255) + 0.5f);
            }
        }
    }

    private (int From, int To) Columns(double fromMm, double toMm) => Range(fromMm, toMm, _left, _width);

    private (int From, int To) Rows(double fromMm, double toMm) => Range(fromMm, toMm, _top, _height);

    private (int From, int To) Range(double fromMm, double toMm, int first, int count) =>
        (Math.Clamp((int)Math.Floor(fromMm * _page.PerMm) - first, 0, count),
         Math.Clamp((int)Math.Ceiling(toMm * _page.PerMm) - first, 0, count));
}
