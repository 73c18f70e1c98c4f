using Omr.Engine.Template;
using Omr.Forms.Cairo;

namespace Omr.Forms.Ljk;

/// <summary>
/// Draws what differs from sheet to sheet on an LJK besides the symbols: serial, participant, or that it is a spare.
/// </summary>
internal static class LjkSheet
{
    private static readonly Lettering SpareTitle = new(10, Bold: true);

    public static void Draw(Canvas canvas, FormTemplate template, PrintedSheet sheet)
    {
        if (sheet.Serial.Length > 0)
            DrawSerial(canvas, template, sheet.Serial);
        if (sheet.Person is { } person)
            DrawPerson(canvas, person);
        if (sheet.IsSpare)
            DrawSpareTitle(canvas);
    }

    // Under the QR, and at the foot for the one who counts a bundle.
    private static void DrawSerial(Canvas canvas, FormTemplate template, string serial)
    {
        var text = $"No. Seri {serial}";
        canvas.Text(text, LjkForm.QrArea.Centre.X, LjkForm.QrArea.Bottom + 1.8, LjkLayout.Body, Anchor.Middle);
        canvas.Text(text, template.Paper.Width - LjkLayout.HeaderLeft, LjkPage.Footer, LjkLayout.Body, Anchor.Right);
    }

    private static void DrawPerson(Canvas canvas, SheetPerson person)
    {
        var box = LjkLayout.PersonBox;
        Value(canvas, 0, box.X, LjkHeader.SecondColumn, person.Name);
        Value(canvas, 0, LjkHeader.SecondColumn, box.Right, person.Number);
        Value(canvas, 1, box.X, LjkHeader.SecondColumn, person.Placement);
        Value(canvas, 1, LjkHeader.SecondColumn, box.Right, person.Subject);
    }

    private static void Value(Canvas canvas, int row, double left, double right, string text)
    {
        var start = left + LjkHeader.LabelWidth;
        canvas.Text(
            text, start, LjkHeader.Row(row), LjkLayout.Preprint, widest: right - LjkLayout.TextInset - start);
    }

    private static void DrawSpareTitle(Canvas canvas)
    {
        var box = new PaperArea(71, 15.7, 35, 4.4);
        canvas.Frame(box, LjkLayout.FrameStroke);
        canvas.Text(
            "LJK CADANGAN", box.Centre.X, LjkLayout.Baseline(box.Centre.Y, SpareTitle), SpareTitle, Anchor.Middle,
            box.Width - (2 * LjkLayout.TextInset));
    }
}
