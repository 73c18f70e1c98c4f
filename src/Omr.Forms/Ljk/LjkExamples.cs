using Omr.Engine.Template;
using Omr.Forms.Cairo;
using Omr.Forms.Page;

namespace Omr.Forms.Ljk;

/// <summary>A row of bubbles that shows the right way to fill one and the wrong ways: tick, cross, half, dot, outside.</summary>
internal static class LjkExamples
{
    /// <summary>Height of the row with its white, in millimetres.</summary>
    public const double Height = 5.4;

    private const double Pitch = 5.4;
    private const double Pencil = 0.45;

    public static void Draw(Canvas canvas, double left, double middle)
    {
        var baseline = LjkLayout.Baseline(middle, LjkLayout.Title);
        canvas.Text("BENAR", left, baseline, LjkLayout.Title);
        var x = left + canvas.Width("BENAR", LjkLayout.Title) + 1.2 + (LjkForm.BubbleSize / 2);
        canvas.FillEllipse(Outline(canvas, x, middle));

        x += Pitch + 1;
        canvas.Text("SALAH", x, baseline, LjkLayout.Title);
        x += canvas.Width("SALAH", LjkLayout.Title) + 1.2 + (LjkForm.BubbleSize / 2);
        Action<Canvas, PaperArea>[] wrong = [Tick, Cross, Half, Dot, Ringed];
        foreach (var draw in wrong)
        {
            draw(canvas, Outline(canvas, x, middle));
            x += Pitch;
        }
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

    private static void Ringed(Canvas canvas, PaperArea box) =>
        canvas.Line(Pencil, new(box.X - 0.2, box.Centre.Y), new(box.Right + 0.2, box.Centre.Y));
}
