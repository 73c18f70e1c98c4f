using Omr.Engine.Template;
using Omr.Forms.Cairo;

namespace Omr.Forms.Ljk;

/// <summary>A frame with a strip at the top that holds its title.</summary>
internal static class LjkFrame
{
    /// <summary>Draws it.</summary>
    /// <param name="canvas">The page.</param>
    /// <param name="area">The frame's outer edge.</param>
    /// <param name="title">In bold, in the strip's middle; empty if the strip is filled otherwise.</param>
    /// <param name="note">In plain type after the title.</param>
    public static void Draw(Canvas canvas, PaperArea area, string title, string note = "")
    {
        canvas.Frame(area, LjkLayout.FrameStroke);
        canvas.Fill(new PaperArea(area.X, area.Y + LjkLayout.StripHeight, area.Width, LjkLayout.RuleStroke));

        var titleWidth = canvas.Width(title, LjkLayout.Title);
        var space = note.Length == 0 ? 0 : canvas.Width(" ", LjkLayout.Title);
        var left = area.Centre.X - ((titleWidth + space + canvas.Width(note, LjkLayout.Body)) / 2);
        var baseline = LjkLayout.Baseline(area.Y + (LjkLayout.StripHeight / 2), LjkLayout.Title);
        canvas.Text(title, left, baseline, LjkLayout.Title);
        canvas.Text(note, left + titleWidth + space, baseline, LjkLayout.Body);
    }
}
