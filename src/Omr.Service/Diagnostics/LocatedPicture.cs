using Omr.Engine.Diagnostics;
using Omr.Engine.Template;
using Omr.Forms.Cairo;

namespace Omr.Service.Diagnostics;

/// <summary>What Locate saw: where each registration mark was sought and found, and where the paper's edge must be.</summary>
internal static class LocatedPicture
{
    private static readonly Lettering Label = new(7);

    public static byte[] Draw(PageTrace trace, Language language) => StagePicture.Draw(
        trace,
        language.Pick("1 Letak lembar", "1 Where the sheet lies"),
        [
            (Palette.Sure, language.Pick("tanda registrasi ditemukan", "registration mark found")),
            (Palette.Doubt, language.Pick("tanda registrasi hilang", "registration mark missing")),
            (Palette.Sought, language.Pick(
                "daerah pencarian; tepi kertas menurut tanda", "where it was sought; paper's edge by the marks")),
        ],
        [],
        language,
        canvas =>
        {
            DrawEdge(canvas, trace);
            foreach (var mark in trace.Marks)
                DrawMark(canvas, trace, mark, language);
        });

    private static void DrawEdge(Canvas canvas, PageTrace trace)
    {
        if (trace.Corners.IsEmpty)
            return;
        canvas.Take(Palette.Sought);
        var corners = trace.Corners.Select(c => StagePicture.Millimetres(trace, c)).ToArray();
        canvas.Line(0.5, [.. corners, corners[0]]);
    }

    private static void DrawMark(Canvas canvas, PageTrace trace, MarkTrace mark, Language language)
    {
        var window = Within(trace, StagePicture.Millimetres(trace, mark.Window));
        canvas.Take(Palette.Sought with { Opacity = 0.15 });
        canvas.Fill(window);
        canvas.Take(Palette.Sought);
        canvas.Frame(window, 0.25);
        var place = StagePicture.Millimetres(trace, mark.Place);
        var frame = new PaperArea(place.X - 1, place.Y - 1, place.Width + 2, place.Height + 2);
        canvas.Take(mark.Found is null ? Palette.Doubt : Palette.Sure);
        if (mark.Found is { } found)
        {
            var middle = StagePicture.Millimetres(trace, found);
            if (trace.Corners.IsEmpty)
                frame = frame with { X = middle.X - (frame.Width / 2), Y = middle.Y - (frame.Height / 2) };
            canvas.Frame(frame, 0.6);
            const double Arm = 2;
            canvas.Take(Colour.White);
            canvas.Line(0.7, new(middle.X - Arm, middle.Y), new(middle.X + Arm, middle.Y));
            canvas.Line(0.7, new(middle.X, middle.Y - Arm), new(middle.X, middle.Y + Arm));
            canvas.Take(Palette.Sure);
            canvas.Line(0.3, new(middle.X - Arm, middle.Y), new(middle.X + Arm, middle.Y));
            canvas.Line(0.3, new(middle.X, middle.Y - Arm), new(middle.X, middle.Y + Arm));
        }
        else
        {
            canvas.Frame(frame, 0.6);
            canvas.Line(0.6, new(frame.X, frame.Y), new(frame.Right, frame.Bottom));
            canvas.Line(0.6, new(frame.Right, frame.Y), new(frame.X, frame.Bottom));
        }

        var label = mark.Found is null ? $"{mark.Name}: {language.Pick("hilang", "missing")}"
            : FormattableString.Invariant($"{mark.Name}: {language.Pick("mirip", "alike")} {mark.Agreement:0%}");
        var below = window.Centre.Y < trace.Picture!.Height / trace.PixelsPerMm / 2;
        var baseline = below ? window.Bottom + 3.2 : window.Y - 1.2;
        Tag.Draw(canvas, label, window.Centre.X, baseline, Label, mark.Found is null ? Palette.Doubt : Palette.Sure, trace);
    }

    // The part of the window that is on the picture.
    private static PaperArea Within(PageTrace trace, PaperArea area)
    {
        var (width, height) = (trace.Picture!.Width / trace.PixelsPerMm, trace.Picture.Height / trace.PixelsPerMm);
        var (x, y) = (Math.Max(area.X, 0), Math.Max(area.Y, 0));
        return new(x, y, Math.Min(area.Right, width) - x, Math.Min(area.Bottom, height) - y);
    }
}
