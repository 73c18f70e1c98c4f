using Omr.Engine.Template;
using Omr.Forms.Cairo;

namespace Omr.Forms.Ljk;

/// <summary>
/// The band between identity and answers: instructions (petunjuk), the statement of honesty to be copied by hand
/// (pernyataan) and the signature's box (tanda tangan). A low band has the three side by side, a high one has the
/// statement above the signature.
/// </summary>
internal static class LjkBand
{
    private const string Statement = "Saya mengerjakan ujian ini dengan jujur.";

    // Millimetres.
    private const double StatementWidth = 50.0;
    private const double LinePitch = 3.0;
    private const double WritingPitch = 4.8;
    private const double HighBand = 30.0;

    // The most important first: as many as the band has room for are printed.
    private static readonly string[] Instructions =
    [
        "Gunakan pensil 2B; hitamkan bulatan sampai penuh dan pekat.",
        "Tulis data diri pada kotak, lalu hitamkan bulatan di bawahnya.",
        "Hapus sampai bersih bila mengganti jawaban.",
        "Pilih satu jawaban untuk setiap butir soal.",
        "Nama ditulis mulai dari kotak paling kiri; kolom untuk spasi tidak dihitamkan.",
        "Tanggal lahir ditulis enam angka: tanggal, bulan, dan dua angka terakhir tahun.",
    ];

    public static void Draw(Canvas canvas, PaperArea band)
    {
        var height = LjkLayout.SignatureHeight + LjkLayout.StripHeight;
        var width = LjkLayout.SignatureWidth;
        var signature = new PaperArea(band.Right - width, band.Bottom - height, width, height);
        var statement = band.Height > HighBand
            ? new PaperArea(signature.X, band.Y, width, signature.Y - LjkForm.Gap - band.Y)
            : new PaperArea(signature.X - LjkForm.Gap - StatementWidth, signature.Y, StatementWidth, height);
        var top = Math.Min(statement.Y, signature.Y);
        var instructions = new PaperArea(band.X, top, statement.X - LjkForm.Gap - band.X, band.Bottom - top);

        DrawInstructions(canvas, instructions);
        DrawStatement(canvas, statement);
        LjkFrame.Draw(canvas, signature, "TANDA TANGAN PESERTA");
    }

    private static void DrawInstructions(Canvas canvas, PaperArea area)
    {
        LjkFrame.Draw(canvas, area, "PETUNJUK PENGISIAN");
        var examples = area.Bottom - (LjkExamples.Height / 2);
        var line = LjkLayout.Baseline(area.Y + LjkLayout.StripHeight + (LinePitch / 2) + 0.5, LjkLayout.Body);
        for (var i = 0; i < Instructions.Length && line < area.Bottom - LjkExamples.Height; i++, line += LinePitch)
        {
            canvas.Text($"{i + 1}.", area.X + LjkLayout.TextInset, line, LjkLayout.Body);
            canvas.Text(Instructions[i], area.X + LjkLayout.TextInset + 3, line, LjkLayout.Body);
        }

        LjkExamples.Draw(canvas, area.X + LjkLayout.TextInset, examples);
    }

    private static void DrawStatement(Canvas canvas, PaperArea area)
    {
        LjkFrame.Draw(canvas, area, "PERNYATAAN", "(salin dengan tulisan tangan)");
        var left = area.X + LjkLayout.TextInset;
        canvas.Text(Statement, left, area.Y + LjkLayout.StripHeight + LinePitch, LjkLayout.Body);
        for (var y = area.Bottom - LjkLayout.TextInset; y > area.Y + LjkLayout.StripHeight + LinePitch + 3; y -= WritingPitch)
            canvas.DottedLine(left, area.Right - LjkLayout.TextInset, y);
    }
}
