using Omr.Engine.Geometry;
using Omr.Engine.Imaging;
using Omr.Engine.Register;
using Omr.Engine.Sample;

namespace Omr.Engine.Classify;

/// <summary>
/// Looks at single bubbles as a person with a magnifier would: where is pencil, where only print? What is printed in and
/// around a bubble is learnt on the sheet, from the nearest blank bubbles that show the same letter: a pixel that is
/// darker than all of these, and their neighbouring pixels, is pencil (or dirt). From there lines are followed outwards,
/// for a mark ends near its bubble and writing, folds and streaks go on. Marks of other bubbles are not followed. Only
/// what is not plain is looked at, a few bubbles of a sheet.
/// </summary>
internal sealed class CloseLook
{
    /// <summary>Millimetres beyond the outline that are looked at.</summary>
    public const double Around = 2.6;

    // Bubbles to compare with: one may have a speck of its own where the pencil is.
    private const int References = 3;

    // Share of the writer's usual ink from which a pixel belongs to a stroke. The ink of a full mark counts the white
    // between strokes too, so a stroke itself is darker than that.
    private const float StrokeShare = 0.55f;

    // Share of the writer's usual ink from which a line is followed.
    private const float LineShare = 0.35f;

    // Shares of the contrast: below, noise and grain of the paper; above, any pencil.
    private const float Least = 0.07f;
    private const float Most = 0.4f;

    // Outline that a bubble must show, against the sheet's usual, to tell what is printed.
    private const float LeastPlace = 0.8f;

    // Millimetres around another bubble's mark that belong to it: overfilled marks go on for 0.6.
    private const double Overfill = 0.7;

    // Millimetres on both sides of the outline's outer edge that count as beside.
    private const double Inside = 0.35;
    private const double Outside = 0.7;

    // Millimetres beyond the outline within which ink of other origin (a stamp, writing) shows itself.
    private const double Nearby = 1.5;

    private readonly BubbleSurroundings _around;
    private byte[] _print = [];
    private byte[] _line = [];
    private bool[] _seen = [];
    private (short X, short Y)[] _queue = [];

    public CloseLook(BubbleSurroundings around) => _around = around;

    /// <summary>Looks at one bubble.</summary>
    /// <param name="page">The page.</param>
    /// <param name="sampled">Where everything is.</param>
    /// <param name="ink">Ink of every bubble above its printed blank.</param>
    /// <param name="thresholds">The sheet's thresholds.</param>
    /// <param name="bubble">The bubble's place in the layout.</param>
    public PencilShape At(
        GrayImage page, SampledSheet sampled, ReadOnlySpan<float> ink, in MarkThresholds thresholds, int bubble)
    {
        var sheet = sampled.Sheet;
        var kind = sheet.Layout.Kinds[_around.KindOf(bubble)];
        var (scaleX, scaleY) = (sheet.Map.ScaleX, sheet.Map.ScaleY);
        var reach = (int)(((Math.Max(kind.Width, kind.Height) / 2) + Around) * Math.Max(scaleX, scaleY));
        var side = (2 * reach) + 1;
        if (_print.Length < side * side)
            (_print, _line, _seen, _queue) = (new byte[side * side], new byte[side], new bool[side * side], new (short, short)[side * side]);
        var (cx, cy) = Pixel(sheet.Places[bubble]);
        if (!Fits(page, cx, cy, reach) || !LearnPrint(page, sampled, ink, thresholds, bubble, reach, side))
            return default;

        var contrast = sheet.Tone.Contrast;
        var pencil = thresholds.Pencil;
        var stroke = (int)(Math.Clamp(StrokeShare * pencil, Least, Most) * contrast);
        var line = (int)(Math.Clamp(LineShare * pencil, Least, Most) * contrast);
        var weak = (int)(Least * contrast);
        var (a, b) = (kind.Width / 2, kind.Height / 2);
        var paper = Paper(sampled, bubble);
        var letter = paper - (int)(0.15 * contrast);
        int strokes = 0, weaks = 0, room = 0, beside = 0, outside = 0, queued = 0;
        int left = side, right = -1, top = side, bottom = -1;
        Array.Clear(_seen, 0, side * side);
        for (var y = 0; y < side; y++)
        {
            var row = page.Row(cy - reach + y).Slice(cx - reach, side);
            var v = (y - reach) / scaleY;
            for (var x = 0; x < side; x++)
            {
                var u = (x - reach) / scaleX;
                var place = Math.Sqrt((u * u / (a * a)) + (v * v / (b * b)));
                var beyond = (place - 1) * a;
                if (beyond > Nearby)
                    continue;
                var print = _print[(y * side) + x];
                var dark = Math.Min(print, paper) - row[x];
                if (beyond < -Inside)
                {
                    if (print > letter)
                    {
                        room++;
                        if (dark >= weak)
                            weaks++;
                    }

                    if (dark >= stroke)
                    {
                        strokes++;
                        (left, right) = (Math.Min(left, x), Math.Max(right, x));
                        (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
                    }
                }
                else if (dark >= line && !BelongsToOther(sheet, ink, thresholds, bubble, cx + x - reach, cy + y - reach))
                {
                    outside++;
                    if (beyond <= Outside)
                        beside++;
                }

                if (beyond < 0 && paper - row[x] >= line)
                {
                    _seen[(y * side) + x] = true;
                    _queue[queued++] = ((short)x, (short)y);
                }
            }
        }

        var (far, joined) = Follow(page, sheet, ink, thresholds, bubble, (cx, cy), reach, side, queued, line, paper, a, b);
        var area = 1 / (scaleX * scaleY);
        var extent = right < left ? 0 : Math.Sqrt(Math.Pow((right - left + 1) / scaleX, 2) + Math.Pow((bottom - top + 1) / scaleY, 2));
        return new(
            true, (float)(strokes * area), (float)extent, room == 0 ? 0 : (float)weaks / room, (float)(weaks * area),
            (float)(beside * area), (float)far, (float)(Math.Max(0, outside - joined) * area));
    }

    private (double Far, int Joined) Follow(
        GrayImage page, RegisteredSheet sheet, ReadOnlySpan<float> ink, in MarkThresholds thresholds, int bubble,
        (int X, int Y) centre, int reach, int side, int queued, int line, int paper, double a, double b)
    {
        var (scaleX, scaleY) = (sheet.Map.ScaleX, sheet.Map.ScaleY);
        var (far, joined) = (0.0, 0);
        for (var at = 0; at < queued; at++)
        {
            var (qx, qy) = _queue[at];
            for (var dy = -1; dy <= 1; dy++)
            {
                for (var dx = -1; dx <= 1; dx++)
                {
                    var (x, y) = (qx + dx, qy + dy);
                    if ((uint)x >= (uint)side || (uint)y >= (uint)side || _seen[(y * side) + x])
                        continue;
                    var (px, py) = (centre.X - reach + x, centre.Y - reach + y);
                    var tone = page.Row(py)[px];
                    if (paper - tone < line || BelongsToOther(sheet, ink, thresholds, bubble, px, py))
                        continue;

                    _seen[(y * side) + x] = true;
                    _queue[queued++] = ((short)x, (short)y);
                    var (u, v) = ((x - reach) / scaleX, (y - reach) / scaleY);
                    var place = Math.Sqrt((u * u / (a * a)) + (v * v / (b * b)));
                    if (Math.Min(_print[(y * side) + x], paper) - tone < line)
                        continue;
                    var beyond = (place - 1) * a;
                    far = Math.Max(far, beyond);
                    if (beyond is > -Inside and <= Nearby)
                        joined++;
                }
            }
        }

        return (far, joined);
    }

    private bool BelongsToOther(
        RegisteredSheet sheet, ReadOnlySpan<float> ink, in MarkThresholds thresholds, int bubble, int x, int y)
    {
        foreach (var other in _around.Near(bubble))
        {
            if (ink[other] < thresholds.Mark)
                continue;
            var place = sheet.Places[other];
            var kind = sheet.Layout.Kinds[_around.KindOf(other)];
            var (u, v) = ((x - place.X) / sheet.Map.ScaleX, (y - place.Y) / sheet.Map.ScaleY);
            if ((u * u) + (v * v) < Math.Pow((Math.Max(kind.Width, kind.Height) / 2) + Overfill, 2))
                return true;
        }

        return false;
    }

    // The print in and around the bubble: of each pixel the darkest that the references show there or beside. What
    // surrounds it (a frame, the item's number) is printed near its neighbours too, whatever their letter.
    private bool LearnPrint(
        GrayImage page, SampledSheet sampled, ReadOnlySpan<float> ink, in MarkThresholds thresholds, int bubble, int reach, int side)
    {
        _print.AsSpan(0, side * side).Fill(255);
        var letters = 0;
        foreach (var other in _around.SameLetter(bubble))
        {
            if (letters < References && IsBlank(page, sampled, ink, thresholds, other, reach))
            {
                Learn(page, sampled, bubble, other, reach, side, inner: 0);
                letters++;
            }
        }

        var outline = (int)Math.Floor((side - 1) / 2.0 * Inner(sampled, bubble));
        var neighbours = 0;
        foreach (var other in _around.Near(bubble))
        {
            if (neighbours < References && IsBlank(page, sampled, ink, thresholds, other, reach))
            {
                Learn(page, sampled, bubble, other, reach, side, outline);
                neighbours++;
            }
        }

        if (letters < 2)
            return false;
        Darkest(_print.AsSpan(0, side * side), side);
        return true;
    }

    // A plain blank bubble: nothing in or around it, and its print whole, for an eraser may have taken the letter too.
    private static bool IsBlank(
        GrayImage page, SampledSheet sampled, ReadOnlySpan<float> ink, in MarkThresholds thresholds, int bubble, int reach)
    {
        var (x, y) = Pixel(sampled.Sheet.Places[bubble]);
        return ink[bubble] <= thresholds.Blank / 2
            && sampled.Bubbles[bubble] is { Uneven: 0, Streak: 0, Place: >= LeastPlace }
            && Fits(page, x, y, reach);
    }

    // Takes what is darker around the other bubble, but not within a radius.
    private void Learn(GrayImage page, SampledSheet sampled, int bubble, int other, int reach, int side, int inner)
    {
        var (x, y) = Pixel(sampled.Sheet.Places[other]);
        var lighter = Paper(sampled, bubble) - Paper(sampled, other);
        for (var row = 0; row < side; row++)
        {
            var from = page.Row(y - reach + row).Slice(x - reach, side);
            var to = _print.AsSpan(row * side, side);
            var height = row - reach;
            var skip = inner * inner > height * height ? (int)Math.Sqrt((inner * inner) - (height * height)) : -1;
            for (var i = 0; i < side; i++)
            {
                if (Math.Abs(i - reach) > skip)
                    to[i] = (byte)Math.Clamp(Math.Min(to[i], from[i] + lighter), 0, 255);
            }
        }
    }

    // The bubble's radius as a share of what is looked at.
    private double Inner(SampledSheet sampled, int bubble)
    {
        var kind = sampled.Sheet.Layout.Kinds[_around.KindOf(bubble)];
        var radius = Math.Max(kind.Width, kind.Height) / 2;
        return radius / (radius + Around);
    }

    // Of each pixel the darkest of its three by three.
    private void Darkest(Span<byte> print, int side)
    {
        for (var y = 0; y < side; y++)
        {
            var row = print.Slice(y * side, side);
            var before = row[0];
            for (var x = 0; x < side; x++)
            {
                var here = row[x];
                row[x] = Math.Min(Math.Min(before, here), x + 1 < side ? row[x + 1] : here);
                before = here;
            }
        }

        var above = _line.AsSpan(0, side);
        print[..side].CopyTo(above);
        for (var y = 0; y < side; y++)
        {
            var row = print.Slice(y * side, side);
            var below = y + 1 < side ? print.Slice((y + 1) * side, side) : row;
            for (var x = 0; x < side; x++)
            {
                var here = row[x];
                row[x] = Math.Min(Math.Min(above[x], here), below[x]);
                above[x] = here;
            }
        }
    }

    private static int Paper(SampledSheet sampled, int bubble) =>
        (int)(sampled.Sheet.Tone.White - (sampled.Bubbles[bubble].Stain * sampled.Sheet.Tone.Contrast));

    private static bool Fits(GrayImage page, int x, int y, int reach) =>
        x >= reach && y >= reach && x + reach < page.Width && y + reach < page.Height;

    private static (int X, int Y) Pixel(PagePoint place) => ((int)Math.Round(place.X), (int)Math.Round(place.Y));
}
