using Omr.Engine.Template;
using Omr.Simulator.Planning;
using Omr.Simulator.Printing;

namespace Omr.Simulator.Pencil;

/// <summary>
/// Draws one writer's marks on a page, stroke by stroke: fills to and fro along the hand's slant or round and round
/// from the outline inwards, crosses, ticks, dots and lines; and rubs marks out.
/// </summary>
internal sealed class PencilMarks(GreyPicture page, byte paper, Hand hand, Chance chance)
{
    private readonly GraphiteLayer _layer = new(page);

    /// <summary>
    /// Writes a mark of that kind in a bubble; <see cref="MarkKind.Erased"/> writes a full one and rubs it out.
    /// </summary>
    public void Write(BubbleShape shape, PaperArea box, MarkKind kind)
    {
        var margin = 0.9 * Math.Max(box.Width, box.Height);
        var layer = _layer;
        layer.Clear(new(box.X - margin, box.Y - margin, box.Width + (2 * margin), box.Height + (2 * margin)));
        var reach = Math.Max(0.5, hand.Reach + chance.Around(0.05));
        var outline = new BubbleOutline(
            shape,
            new(box.Centre.X + chance.Around(hand.Offset), box.Centre.Y + chance.Around(hand.Offset)),
            Math.Max(0.3, (reach * box.Width / 2) - (hand.Stroke / 2)),
            Math.Max(0.3, (reach * box.Height / 2) - (hand.Stroke / 2)));
        var darkness = Math.Clamp(hand.Darkness + chance.Around(0.04), 0.1, 0.9);
        switch (kind)
        {
            case MarkKind.Faint:
                Fill(layer, outline, 0.7);
                // Below a quarter a person doesn't see it on the paper either, and then it is no faint mark.
                layer.Darken(Math.Max(0.27, darkness * chance.Between(0.36, 0.52)), 0.75);
                return;
            case MarkKind.Partial:
                Fill(layer, PartOf(outline), 0.9);
                break;
            case MarkKind.Cross:
                Cross(layer, outline);
                break;
            case MarkKind.Tick:
                Tick(layer, outline);
                break;
            case MarkKind.Dot:
                Dot(layer, outline);
                break;
            case MarkKind.Line:
                Line(layer, new(shape, outline.Centre, box.Width / 2, box.Height / 2));
                break;
            case MarkKind.Erased:
                Fill(layer, outline, 0.9);
                layer.WearPrint(chance.Between(0, 0.3), paper);
                layer.Rub(hand.Rubbing * chance.Between(0.7, 1.3), chance.Between(-0.6, 0.6), chance.Between(0.8, 2));
                layer.Darken(darkness, 0.25);
                return;
            default:
                Fill(layer, outline, 0.9);
                break;
        }

        layer.Darken(darkness, 0.6);
    }

    private void Fill(GraphiteLayer layer, BubbleOutline outline, double pressure)
    {
        if (outline.Shape == BubbleShape.Ellipse && chance.Happens(hand.Spirals))
            Spiral(layer, outline, pressure);
        else
            Hatch(layer, outline, pressure);
    }

    // To and fro: from one end of a chord to the other end of the next.
    private void Hatch(GraphiteLayer layer, BubbleOutline outline, double pressure)
    {
        var slant = hand.Slant + chance.Around(0.12);
        var extent = Math.Max(outline.HalfWidth, outline.HalfHeight);
        // The next stroke comes back beside the last, so that at its end twice the step lies between two of them.
        var step = Math.Max(0.12, 0.6 * hand.Stroke * hand.Gap);
        PaperPoint? last = null;
        var (lastPressure, forth) = (pressure, true);
        for (var distance = -extent; distance <= extent; distance += step * chance.Between(0.8, 1.2))
        {
            if (outline.Chord(slant, distance) is not { } chord)
                continue;
            var along = (forth ? chord.To : chord.From) + chance.Around(0.13);
            var end = new PaperPoint(
                outline.Centre.X + (along * Math.Cos(slant)) - (distance * Math.Sin(slant)),
                outline.Centre.Y + (along * Math.Sin(slant)) + (distance * Math.Cos(slant)));
            var next = Vary(lastPressure, pressure);
            if (last is { } from)
                layer.Stroke(from, end, hand.Stroke * chance.Between(0.85, 1.1), lastPressure, next);
            (last, lastPressure, forth) = (end, next, !forth);
        }
    }

    // Round and round, from the outline inwards, in chords of a tenth of a turn.
    private void Spiral(GraphiteLayer layer, BubbleOutline outline, double pressure)
    {
        var extent = Math.Max(outline.HalfWidth, outline.HalfHeight);
        var shrink = hand.Stroke * hand.Gap / extent / 10;
        var angle = chance.Between(0, Math.Tau);
        var last = outline.At(Math.Cos(angle), Math.Sin(angle));
        var lastPressure = pressure;
        for (var size = 1.0; size > 0; size -= shrink)
        {
            angle += Math.Tau / 10;
            var wobble = size + chance.Around(0.04);
            var place = outline.At(wobble * Math.Cos(angle), wobble * Math.Sin(angle));
            var next = Vary(lastPressure, pressure);
            layer.Stroke(last, place, hand.Stroke, lastPressure, next);
            (last, lastPressure) = (place, next);
        }
    }

    // A third to a half of the bubble: a smaller fill inside, or one side of it.
    private BubbleOutline PartOf(BubbleOutline outline)
    {
        if (chance.Happens(0.4))
        {
            var size = chance.Between(0.5, 0.65);
            return outline with { HalfWidth = outline.HalfWidth * size, HalfHeight = outline.HalfHeight * size };
        }

        var share = chance.Between(0.42, 0.55);
        var side = chance.Happens(0.5) ? 1 : -1;
        return outline with
        {
            Centre = outline.At(side * (1 - share), 0),
            HalfWidth = outline.HalfWidth * share,
            HalfHeight = outline.HalfHeight * 0.9,
        };
    }

    private void Cross(GraphiteLayer layer, BubbleOutline outline)
    {
        var size = chance.Between(0.8, 1.15);
        Curve(layer, outline, -size * chance.Between(0.8, 1), -size, size, size * chance.Between(0.8, 1));
        Curve(layer, outline, size, -size * chance.Between(0.8, 1), -size * chance.Between(0.8, 1), size);
    }

    private void Tick(GraphiteLayer layer, BubbleOutline outline)
    {
        var (kneeX, kneeY) = (chance.Between(-0.35, 0), chance.Between(0.6, 1));
        Curve(layer, outline, kneeX - 0.6, kneeY - chance.Between(0.6, 1), kneeX, kneeY);
        Curve(layer, outline, kneeX, kneeY, kneeX + chance.Between(1, 1.5), kneeY - chance.Between(1.7, 2.3));
    }

    private void Dot(GraphiteLayer layer, BubbleOutline outline)
    {
        var place = outline.At(chance.Around(0.35), chance.Around(0.35));
        var end = new PaperPoint(place.X + chance.Around(0.12), place.Y + chance.Around(0.12));
        Firmly(layer, place, end, chance.Between(0.4, 0.75), 0.9, 0.7);
    }

    private void Line(GraphiteLayer layer, BubbleOutline outline)
    {
        var (from, to) = (outline.At(-0.9, chance.Around(0.05)), outline.At(0.9, chance.Around(0.05)));
        Firmly(layer, from, to, 1, 0.9, 0.85);
    }

    // A stroke of a hand isn't straight: it bends in the middle.
    private void Curve(GraphiteLayer layer, BubbleOutline outline, double x0, double y0, double x1, double y1)
    {
        var width = Math.Min(hand.Stroke, 0.6);
        var middle = outline.At(((x0 + x1) / 2) + chance.Around(0.08), ((y0 + y1) / 2) + chance.Around(0.08));
        Firmly(layer, outline.At(x0, y0), middle, width, 0.8, 0.95);
        Firmly(layer, middle, outline.At(x1, y1), width, 0.95, 0.65);
    }

    // A single stroke is pressed harder than those of a fill: as if it were drawn twice.
    private static void Firmly(
        GraphiteLayer layer, PaperPoint from, PaperPoint to, double width, double pressureFrom, double pressureTo)
    {
        layer.Stroke(from, to, width, pressureFrom, pressureTo);
        layer.Stroke(from, to, width, pressureFrom, pressureTo);
    }

    private double Vary(double pressure, double usual) =>
        Math.Clamp(usual + (0.6 * (pressure - usual)) + chance.Around(0.09), 0.15, 1);
}
