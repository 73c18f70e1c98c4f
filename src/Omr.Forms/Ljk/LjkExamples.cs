using Omr.Engine.Template;
using Omr.Forms.Cairo;
using Omr.Forms.Page;

namespace Omr.Forms.Ljk;

/// <summary>
/// A row of bubbles that shows the right way to fill one and the wrong ways: tick, cross, half, dot, dash.
/// </summary>
internal static class LjkExamples
{
    // Millimetres.
    private const double Pitch = 5.2;
    private const double CaptionWidth = 11.5;
    private const double Pencil = 0.45;

    private static readonly Action<Canvas, PaperArea>[] Wrong = [Tick, Cross, Half, Dot, Through];

    /// <summary>Draws the right way; returns where the next may begin.</summary>
    public static double DrawRight(Canvas canvas, double left, double middle) =>
        Draw(canvas, "BENAR", left, middle, [(page, box) => page.FillEllipse(box)]);

    /// <summary>Draws the wrong ways; returns where the next may begin.</summary>
    public static double DrawWrong(Canvas canvas, double left, double middle) =>
        Draw(canvas, "SALAH", left, middle, Wrong);

    private static double Draw(
        Canvas canvas, string caption, double left, double middle, Action<Canvas, PaperArea>[] fillings)
    {
        canvas.Text(caption, left, LjkLayout.Baseline(middle, LjkLayout.Title), LjkLayout.Title);
        var x = left + CaptionWidth;
        foreach (var fill in fillings)
        {
            fill(canvas, Outline(canvas, x, middle));
            x += Pitch;
        }

        return x;
    }

    private static PaperArea Outline(Canvas canvas, double x, double y)
    {
        var box = new PaperArea(
            x - (LjkForm.BubbleSize / 2), y - (LjkForm.BubbleSize / 2), LjkForm.BubbleSize, LjkForm.BubbleSize);
        canvas.FrameEllipse(box, FormPage.OutlineStroke);
        return box;
    }

    private static void Tick(Canvas canvas, PaperArea box) =>
        canvas.Line(
            Pencil,
            new(box.X + 0.7, box.Centre.Y),
            new(box.Centre.X - 0.2, box.Bottom - 0.8),
            new(box.Right - 0.2, box.Y + 0.1));

    private static void Cross(Canvas canvas, PaperArea box)
    {
        const double In = 0.6;
        canvas.Line(Pencil, new(box.X + In, box.Y + In), new(box.Right - In, box.Bottom - In));
        canvas.Line(Pencil, new(box.Right - In, box.Y + In), new(box.X + In, box.Bottom - In));
    }

    private static void Half(Canvas canvas, PaperArea box) => canvas.FillHalfEllipse(box);

    private static void Dot(Canvas canvas, PaperArea box) =>
        canvas.FillEllipse(new(box.Centre.X - 0.6, box.Centre.Y - 0.6, 1.2, 1.2));

    private static void Through(Canvas canvas, PaperArea box) =>
        canvas.Line(Pencil, new(box.X - 0.2, box.Centre.Y), new(box.Right + 0.2, box.Centre.Y));
}
