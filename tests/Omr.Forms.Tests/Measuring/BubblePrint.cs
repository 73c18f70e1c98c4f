using Omr.Engine.Template;

namespace Omr.Forms.Tests.Measuring;

/// <summary>What the picture of a page shows of one round bubble, measured around the template's middle.</summary>
/// <param name="Bubble">The template's bubble.</param>
/// <param name="OutlineMiddle">The outline's centre of gravity.</param>
/// <param name="OutlineInk">The outline's ink in square millimetres.</param>
/// <param name="Outside">The blackest pixel within half a millimetre outside the outline.</param>
/// <param name="LabelShare">The part of the inside that is black.</param>
/// <param name="LabelMiddle">The middle of the label's box.</param>
internal sealed record BubblePrint(
    TemplateBubble Bubble,
    PaperPoint OutlineMiddle,
    double OutlineInk,
    double Outside,
    double LabelShare,
    PaperPoint LabelMiddle)
{
    // Millimetres from the middle: the longest label ends before the outline's search begins.
    private const double Label = 1.35;
    private const double OutlineEnd = 2.0;
    private const double Radius = 1.7;

    // A pixel at 300 dpi reaches this far from its middle.
    private const double HalfPixel = 0.06;

    public static BubblePrint Measure(Raster page, TemplateBubble bubble)
    {
        var middle = bubble.Box.Centre;
        double outlineX = 0, outlineY = 0, outline = 0, outside = 0, inside = 0, pixels = 0;
        double left = 9, right = -9, top = 9, bottom = -9;
        foreach (var (place, ink) in page.Pixels(bubble.Box.Grown(0.5)))
        {
            var (dx, dy) = (place.X - middle.X, place.Y - middle.Y);
            var distance = Math.Sqrt((dx * dx) + (dy * dy));
            if (distance is > Label and < OutlineEnd)
            {
                outlineX += dx * ink;
                outlineY += dy * ink;
                outline += ink;
            }

            if (distance is > Radius + HalfPixel and < Radius + 0.5 - HalfPixel)
                outside = Math.Max(outside, ink);
            if (distance < Label)
            {
                inside += ink;
                pixels++;
            }

            if (distance < Label && ink > 0.3)
            {
                (left, right) = (Math.Min(left, dx), Math.Max(right, dx));
                (top, bottom) = (Math.Min(top, dy), Math.Max(bottom, dy));
            }
        }

        return new(
            bubble,
            new(middle.X + (outlineX / outline), middle.Y + (outlineY / outline)),
            outline * page.PixelArea,
            outside,
            inside / pixels,
            new(middle.X + ((left + right) / 2), middle.Y + ((top + bottom) / 2)));
    }
}
