using System.Globalization;
using Omr.Engine.Template;
using Omr.Forms.Cairo;

namespace Omr.Forms.Ljk;

/// <summary>
/// A frame around each block of answers, the options' letters above it and the items' numbers beside the rows.
/// </summary>
internal static class LjkAnswers
{
    public static void Draw(Canvas canvas, BubbleField answers)
    {
        var top = LjkLayout.AnswersFrameTop(answers);
        var bottom = LjkForm.AnswersBottom + LjkLayout.RowReach;
        var width = LjkForm.AnswerBlockWidth(answers.Blocks.Length);
        for (var i = 0; i < answers.Blocks.Length; i++)
        {
            var frame = new PaperArea(LjkForm.Left + (i * (width + LjkForm.Gap)), top, width, bottom - top);
            LjkFrame.Draw(canvas, frame, title: "");
            DrawTexts(canvas, answers, answers.Blocks[i], top + (LjkLayout.StripHeight / 2));
        }
    }

    private static void DrawTexts(Canvas canvas, BubbleField answers, BubbleBlock block, double stripMiddle)
    {
        var numberRight = block.Origin.X - LjkLayout.RowReach - 0.2;
        var strip = LjkLayout.Baseline(stripMiddle, LjkLayout.Title);
        canvas.Text("No.", numberRight, strip, LjkLayout.Title, Anchor.Right);
        for (var value = 0; value < answers.Values.Length; value++)
        {
            canvas.Text(
                answers.Values[value], answers.Centre(block, 0, value).X, strip, LjkLayout.Title, Anchor.Middle);
        }

        for (var item = 0; item < block.Items; item++)
        {
            canvas.Text(
                (block.FirstItem + item).ToString(CultureInfo.InvariantCulture),
                numberRight,
                LjkLayout.Baseline(answers.Centre(block, item, 0).Y, LjkLayout.ItemNumber),
                LjkLayout.ItemNumber,
                Anchor.Right);
        }
    }
}
