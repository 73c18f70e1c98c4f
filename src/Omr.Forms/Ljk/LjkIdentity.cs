using Omr.Engine.Template;
using Omr.Forms.Cairo;

namespace Omr.Forms.Ljk;

/// <summary>
/// Frames, titles and written boxes of number, birth date, name, subject and package, and the supervisor's panel.
/// </summary>
internal static class LjkIdentity
{
    public static void Draw(Canvas canvas, FormTemplate template)
    {
        DrawGrid(canvas, template.Field("nama")!, "NAMA PESERTA", "(huruf kapital, tanpa gelar)");
        DrawGrid(canvas, template.Field("nomor_peserta")!, "NOMOR PESERTA");
        DrawGrid(canvas, template.Field("tgl_lahir")!, "TANGGAL LAHIR (TTBBTT)");
        DrawGrid(canvas, template.Field("kd_mapel")!, "KODE MAPEL");
        DrawGrid(canvas, template.Field("paket")!, "PAKET");
        DrawPanel(canvas, template.Field("panel")!);
    }

    private static void DrawGrid(Canvas canvas, BubbleField field, string title, string note = "")
    {
        var grid = field.Blocks[0];
        var boxesBottom = grid.Origin.Y - LjkLayout.RowReach;
        var boxesTop = boxesBottom - LjkLayout.BoxHeight;
        var boxesLeft = grid.Origin.X - (field.ItemPitch / 2);
        var margin = LjkLayout.GridMargin(field.Name);
        var top = boxesTop - LjkLayout.StripHeight;
        var bottom = field.Centre(grid, 0, field.Values.Length - 1).Y + LjkLayout.RowReach;
        LjkFrame.Draw(
            canvas,
            new(boxesLeft - margin, top, (field.Items * field.ItemPitch) + (2 * margin), bottom - top),
            title, note);

        var boxes = new PaperArea(boxesLeft, boxesTop, field.Items * field.ItemPitch, LjkLayout.BoxHeight);
        DrawBoxes(canvas, boxes, field.Items);
    }

    // The strip's rule is the boxes' upper side.
    private static void DrawBoxes(Canvas canvas, PaperArea boxes, int count)
    {
        const double Stroke = LjkLayout.RuleStroke;
        for (var i = 0; i <= count; i++)
            canvas.Fill(boxes with { X = boxes.X + (i * boxes.Width / count) - (Stroke / 2), Width = Stroke });
        canvas.Fill(new PaperArea(boxes.X - (Stroke / 2), boxes.Bottom - Stroke, boxes.Width + Stroke, Stroke));
    }

    private static void DrawPanel(Canvas canvas, BubbleField panel)
    {
        var flags = panel.Blocks[0];
        var top = LjkForm.IdentityRow(LjkForm.LowerRow + 9) + LjkLayout.RowReach + LjkForm.Gap;
        var frame = new PaperArea(
            LjkLayout.NumberFrameLeft, top,
            LjkForm.Right - LjkLayout.NumberFrameLeft, LjkLayout.IdentityFrameBottom - top);
        LjkFrame.Draw(canvas, frame, "PANEL PENGAWAS", "(diisi pengawas)");
        string[] names = ["CADANGAN", "RUSAK/DIGANTI", "TIDAK HADIR"];
        for (var i = 0; i < names.Length; i++)
        {
            var flag = panel.Centre(flags, 0, i);
            canvas.Text(
                names[i], flag.X + LjkLayout.RowReach, LjkLayout.Baseline(flag.Y, LjkLayout.Body), LjkLayout.Body);
        }
    }
}
