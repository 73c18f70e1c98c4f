using Omr.Engine.Template;
using Omr.Forms.Cairo;

namespace Omr.Forms.Ljk;

/// <summary>
/// The band between identity and answers: instructions (petunjuk), the statement of honesty to be copied by hand
/// (pernyataan) and the signature's box (tanda tangan). A low band has the three side by side, a high one the
/// instructions above the others.
/// </summary>
internal static class LjkBand
{
    private const string Statement = "“Saya mengerjakan ujian ini dengan jujur.”";

    // Millimetres.
    private const double StatementWidth = 50.0;
    private const double HighBand = 30.0;
    private const double StatementLine = 2.9;
    private const double WritingPitch = 4.9;

    public static void Draw(Canvas canvas, PaperArea band)
    {
        var (width, height) = (LjkLayout.SignatureWidth, LjkLayout.SignatureHeight + LjkLayout.StripHeight);
        var top = band.Bottom - height;
        var signature = new PaperArea(band.Right - width, top, width, height);
        var room = signature.X - LjkForm.Gap - band.X;
        LjkFrame.Draw(canvas, signature, "TANDA TANGAN PESERTA");
        if (band.Height > HighBand)
        {
            LjkInstructions.DrawWide(canvas, band with { Height = top - LjkForm.Gap - band.Y });
            DrawStatement(canvas, new(band.X, top, room, height));
        }
        else
        {
            LjkInstructions.DrawNarrow(
                canvas, new(band.X, top, room - StatementWidth - LjkForm.Gap, height));
            DrawStatement(
                canvas, new(signature.X - LjkForm.Gap - StatementWidth, top, StatementWidth, height));
        }
    }

    private static void DrawStatement(Canvas canvas, PaperArea area)
    {
        LjkFrame.Draw(canvas, area, "PERNYATAAN", "(salin dengan tulisan tangan)");
        var (left, right) = (area.X + LjkLayout.TextInset, area.Right - LjkLayout.TextInset);
        var line = area.Y + LjkLayout.StripHeight + StatementLine;
        canvas.Text(Statement, left, line, LjkLayout.Body);
        for (line += WritingPitch; line < area.Bottom; line += WritingPitch)
            canvas.DottedLine(left, right, line);
    }
}
