using Omr.Engine.Template;
using Omr.Forms.Cairo;

namespace Omr.Forms.Page;

/// <summary>
/// Draws what every sheet of a form shows and a reader measures: registration marks, timing track and bubbles.
/// </summary>
internal static class FormPage
{
    /// <summary>Stroke of a bubble's outline in millimetres.</summary>
    public const double OutlineStroke = 0.2;

    /// <summary>Type of the value inside a bubble: plain, so that it carries little ink.</summary>
    private static readonly Lettering Label = new(6);

    /// <summary>The part of a bubble's width that its label may take.</summary>
    private const double LabelShare = 0.7;

    public static void Draw(Canvas canvas, FormTemplate template)
    {
        foreach (var mark in template.Marks)
            MarkDrawing.Draw(canvas, mark);
        if (template.Timing is { } track)
        {
            var left = track.X - (track.Width / 2);
            foreach (var row in track.Rows)
                canvas.Fill(new PaperArea(left, row - (track.Height / 2), track.Width, track.Height));
        }

        DrawOutlines(canvas, template);
        DrawLabels(canvas, template);
    }

    // All outlines are one path and all labels another: thousands of single ones would cost every page of a long run.
    private static void DrawOutlines(Canvas canvas, FormTemplate template)
    {
        foreach (var bubble in template.Bubbles())
        {
            if (template.Field(bubble.Field)!.Bubble.Shape == BubbleShape.Ellipse)
                canvas.AddFrameEllipse(bubble.Box, OutlineStroke);
            else
                canvas.AddFrame(bubble.Box, OutlineStroke);
        }

        canvas.Fill();
    }

    private static void DrawLabels(Canvas canvas, FormTemplate template)
    {
        foreach (var bubble in template.Bubbles().Where(b => template.Field(b.Field)!.Bubble.Labelled))
            canvas.AddText(bubble.Value, bubble.Box.Centre, Label, bubble.Box.Width * LabelShare);
        canvas.Fill();
    }
}
