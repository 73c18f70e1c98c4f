using Omr.Engine;
using Omr.Engine.Diagnostics;
using Omr.Engine.Geometry;
using Omr.Engine.Template;
using Omr.Forms.Cairo;

namespace Omr.Service.Diagnostics;

/// <summary>
/// What one stage saw, drawn over the lightened page. Every pixel of the page keeps its place; a strip under it holds
/// the legend, the notes and, of a refused page, the reason.
/// </summary>
internal static class StagePicture
{
    // Millimetres: the strip without notes, a line of notes, a column of them.
    private const double Strip = 11;
    private const double NoteLine = 3.2;
    private const double NoteColumn = 64;

    private const double Lightened = 0.55;
    private static readonly Lettering Title = new(9, Bold: true);
    private static readonly Lettering Small = new(7);

    /// <summary>Draws a stage as PNG.</summary>
    /// <param name="trace">A page that was decoded.</param>
    /// <param name="title">What stands in front in the strip.</param>
    /// <param name="legend">What the colours mean.</param>
    /// <param name="notes">Lines for below it.</param>
    /// <param name="language">The language of what is written.</param>
    /// <param name="draw">Draws the stage, in millimetres of <see cref="Millimetres(PageTrace, PagePoint)"/>.</param>
    public static byte[] Draw(
        PageTrace trace,
        string title,
        IReadOnlyList<(Colour Colour, string Meaning)> legend,
        IReadOnlyList<string> notes,
        Language language,
        Action<Canvas> draw)
    {
        var page = trace.Picture!;
        var scale = trace.PixelsPerMm;
        var (width, height) = (page.Width / scale, page.Height / scale);
        var columns = Math.Max(1, (int)((width - 4) / NoteColumn));
        var lines = (notes.Count + columns - 1) / columns;
        var strip = Strip + (lines * NoteLine);
        using var picture = new PngPicture(page.Width, page.Height + (int)Math.Ceiling(strip * scale), scale);
        picture.Lay(page.Pixels.Span, page.Width, Lightened);
        picture.Draw(canvas =>
        {
            draw(canvas);
            canvas.Take(Colour.White);
            canvas.Fill(new PaperArea(0, height, width, strip + 1));
            canvas.Take(Palette.Text);
            canvas.Fill(new PaperArea(0, height, width, 0.3));
            DrawStrip(canvas, trace, title, legend, language, width, height);
            canvas.Take(Palette.Text);
            for (var i = 0; i < notes.Count; i++)
            {
                var baseline = height + Strip + (((i % lines) + 0.6) * NoteLine);
                canvas.Text(notes[i], 4 + (i / lines * NoteColumn), baseline, Small, widest: NoteColumn - 3);
            }
        });
        using var png = new MemoryStream();
        picture.Write(png);
        return png.ToArray();
    }

    /// <summary>A place of the picture as it is drawn: the middle of the first pixel lies half a pixel inside.</summary>
    public static PaperPoint Millimetres(PageTrace trace, PagePoint place) =>
        new((place.X + 0.5) / trace.PixelsPerMm, (place.Y + 0.5) / trace.PixelsPerMm);

    /// <summary>The same of a rectangle.</summary>
    public static PaperArea Millimetres(PageTrace trace, PixelArea area) => new(
        area.X / trace.PixelsPerMm,
        area.Y / trace.PixelsPerMm,
        area.Width / trace.PixelsPerMm,
        area.Height / trace.PixelsPerMm);

    private static void DrawStrip(
        Canvas canvas,
        PageTrace trace,
        string title,
        IReadOnlyList<(Colour Colour, string Meaning)> legend,
        Language language,
        double width,
        double top)
    {
        var refusal = trace.Outcome as Refusal;
        canvas.Text(title, 4, top + 4.4, Title);
        var x = 4.0;
        var legendLine = top + 9;
        foreach (var (colour, meaning) in legend)
        {
            canvas.Take(colour);
            canvas.Fill(new PaperArea(x, legendLine - 2, 3, 2));
            canvas.Take(Palette.Text);
            canvas.Text(meaning, x + 4, legendLine, Small);
            x += canvas.Width(meaning, Small) + 9;
        }

        if (refusal is null)
            return;
        var after = canvas.Width(title, Title) + 8;
        canvas.Take(Palette.Doubt);
        canvas.Text(
            $"{language.Pick("DITOLAK", "REFUSED")}: {language.Say(refusal)}",
            after, top + 4.4, Title, widest: width - after - 4);
    }
}
