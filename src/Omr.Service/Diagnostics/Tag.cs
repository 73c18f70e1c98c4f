using Omr.Engine.Diagnostics;
using Omr.Engine.Template;
using Omr.Forms.Cairo;

namespace Omr.Service.Diagnostics;

/// <summary>A label on white, so that it can be read on any picture, kept within the page.</summary>
internal static class Tag
{
    private const double Margin = 0.6;

    public static void Draw(
        Canvas canvas, string text, double middle, double baseline, Lettering lettering, Colour colour, PageTrace trace)
    {
        var width = canvas.Width(text, lettering) + (2 * Margin);
        var height = (lettering.Points / Canvas.PointsPerMillimetre) + Margin;
        var left = Math.Clamp(
            middle - (width / 2), Margin, Math.Max(Margin, (trace.Picture!.Width / trace.PixelsPerMm) - width - Margin));
        canvas.Take(Colour.White with { Opacity = 0.85 });
        canvas.Fill(new PaperArea(left, baseline - (height * 0.8), width, height));
        canvas.Take(colour);
        canvas.Text(text, left + Margin, baseline, lettering);
    }
}
