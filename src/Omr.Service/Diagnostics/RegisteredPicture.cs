using Omr.Engine.Diagnostics;
using Omr.Engine.Geometry;
using Omr.Engine.Template;
using Omr.Forms.Cairo;

namespace Omr.Service.Diagnostics;

/// <summary>
/// What Register saw: the timing marks, every bubble's box at its final place, and as an arrow how far each patch was
/// moved from where the registration marks alone put it.
/// </summary>
internal static class RegisteredPicture
{
    // A correction of 0.06 mm, half a pixel at 200 dpi, must be seen; one of 0.6 must stay near its patch of 25 mm.
    private const double Magnified = 40;

    public static byte[] Draw(PageTrace trace, Language language) => StagePicture.Draw(
        trace,
        language.Pick("2 Letak bulatan", "2 Where the bubbles lie"),
        [
            (Palette.Sure, language.Pick("tanda waktu ditemukan", "timing mark found")),
            (Palette.Doubt, language.Pick("tanda waktu hilang", "timing mark missing")),
            (Palette.Place, trace.Patches.IsEmpty
                ? language.Pick("bulatan menurut tanda registrasi saja", "bubbles by the registration marks alone")
                : language.Pick("bulatan di letak akhirnya", "bubbles at their final place")),
            (Palette.Text, language.Pick(
                $"koreksi setempat, diperbesar {Magnified} kali{Largest(trace)}",
                $"local correction, magnified {Magnified} times{Largest(trace)}")),
        ],
        [],
        language,
        canvas =>
        {
            foreach (var bubble in trace.Bubbles)
                canvas.AddFrame(Box(trace, bubble), 0.2);
            canvas.Take(Palette.Place);
            canvas.Fill();
            foreach (var mark in trace.Timing)
                DrawTiming(canvas, trace, mark);
            foreach (var patch in trace.Patches)
                DrawArrow(canvas, trace, patch);
        });

    private static string Largest(PageTrace trace) => trace.Patches.IsEmpty ? ""
        : FormattableString.Invariant(
            $" (maks. {trace.Patches.Max(p => p.Correction.Length) / trace.PixelsPerMm:0.00} mm)");

    /// <summary>A bubble's box in the picture.</summary>
    public static PaperArea Box(PageTrace trace, BubbleTrace bubble)
    {
        var middle = StagePicture.Millimetres(
            trace, new PagePoint(bubble.X + (bubble.Width / 2), bubble.Y + (bubble.Height / 2)));
        var (width, height) = (bubble.Width / trace.PixelsPerMm, bubble.Height / trace.PixelsPerMm);
        return new(middle.X - (width / 2), middle.Y - (height / 2), width, height);
    }

    private static void DrawTiming(Canvas canvas, PageTrace trace, TimingTrace mark)
    {
        var place = StagePicture.Millimetres(trace, mark.Place);
        var offset = mark.Offset ?? default;
        var found = place with
        {
            X = place.X + (offset.X / trace.PixelsPerMm) - 0.4,
            Y = place.Y + (offset.Y / trace.PixelsPerMm) - 0.4,
            Width = place.Width + 0.8,
            Height = place.Height + 0.8,
        };
        canvas.Take(mark.Offset is null ? Palette.Doubt : Palette.Sure);
        canvas.Frame(found, 0.35);
        if (mark.Offset is null)
        {
            canvas.Line(0.35, new(found.X, found.Y), new(found.Right, found.Bottom));
            canvas.Line(0.35, new(found.Right, found.Y), new(found.X, found.Bottom));
        }
    }

    private static void DrawArrow(Canvas canvas, PageTrace trace, PatchTrace patch)
    {
        var from = StagePicture.Millimetres(trace, patch.Middle);
        var (dx, dy) = (
            patch.Correction.X / trace.PixelsPerMm * Magnified, patch.Correction.Y / trace.PixelsPerMm * Magnified);
        var to = new PaperPoint(from.X + dx, from.Y + dy);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        canvas.Take(Colour.White);
        canvas.FillEllipse(new(from.X - 0.9, from.Y - 0.9, 1.8, 1.8));
        canvas.Line(1.1, from, to);
        canvas.Take(Palette.Text);
        canvas.FillEllipse(new(from.X - 0.6, from.Y - 0.6, 1.2, 1.2));
        if (length < 1)
            return;
        var head = Math.Min(2.2, 0.6 * length);
        var (ux, uy) = (head * dx / length, head * dy / length);
        canvas.Line(0.5, from, new(to.X - (0.5 * ux), to.Y - (0.5 * uy)));
        canvas.FillShape(
            to,
            new(to.X - ux - (0.4 * uy), to.Y - uy + (0.4 * ux)),
            new(to.X - ux + (0.4 * uy), to.Y - uy - (0.4 * ux)));
    }
}
