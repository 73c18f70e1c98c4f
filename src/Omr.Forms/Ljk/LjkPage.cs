using System.Globalization;
using Omr.Engine.Template;
using Omr.Forms.Cairo;

namespace Omr.Forms.Ljk;

/// <summary>
/// Draws what makes a form an LJK and is the same on every sheet: header, frames, written boxes and texts.
/// </summary>
internal static class LjkPage
{
    /// <summary>
    /// Baseline of the line between the lower registration marks, which keep 3 mm of white, in millimetres.
    /// </summary>
    public const double Footer = 287.0;

    public static void Draw(Canvas canvas, FormTemplate template)
    {
        var answers = template.Field("jawaban")!;
        LjkHeader.Draw(canvas);
        LjkIdentity.Draw(canvas, template);
        LjkBand.Draw(canvas, LjkLayout.Band(answers));
        LjkAnswers.Draw(canvas, answers);
        DrawFooter(canvas, template);
    }

    private static void DrawFooter(Canvas canvas, FormTemplate template)
    {
        canvas.Text(
            string.Create(CultureInfo.InvariantCulture, $"{template.Id.ToUpperInvariant()} · versi {template.Version}"),
            LjkLayout.HeaderLeft, Footer, LjkLayout.Body);
        canvas.Text(
            "Jangan melipat, merobek, membasahi, atau mengotori lembar ini",
            template.Paper.Width / 2, Footer, LjkLayout.Body, Anchor.Middle);
    }
}
