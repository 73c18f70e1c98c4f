using System.Globalization;
using Omr.Engine.Template;
using Omr.Forms.Cairo;

namespace Omr.Forms.Ljk;

/// <summary>The panel with the instructions (petunjuk pengisian) and the examples of filling.</summary>
internal static class LjkInstructions
{
    private const int Lines = 3;

    // Millimetres.
    private const double NumberWidth = 3.2;
    private const double NarrowPitch = 2.8;
    private const double WidePitch = 3.4;
    private const double WideColumn = 78.0;
    private const double ExamplesWidth = 41.0;
    private const double ExamplesPitch = 4.8;

    private static readonly Lettering Narrow = LjkLayout.Body;
    private static readonly Lettering Wide = new(7);

    // The most important first: a narrow panel has room for the first three.
    private static readonly string[] Instructions =
    [
        "Gunakan pensil 2B; hitamkan bulatan sampai penuh dan pekat.",
        "Tulis data diri pada kotak, lalu hitamkan bulatan di bawahnya.",
        "Hapus sampai bersih bila mengganti jawaban.",
        "Pilih satu jawaban untuk setiap butir soal.",
        "Nama mulai dari kotak paling kiri; spasi tidak dihitamkan.",
        "Jangan mencoret di luar kotak dan bulatan.",
    ];

    /// <summary>One column of instructions, the examples in one row under it.</summary>
    public static void DrawNarrow(Canvas canvas, PaperArea area)
    {
        LjkFrame.Draw(canvas, area, "PETUNJUK PENGISIAN");
        DrawColumn(canvas, 0, area.X + LjkLayout.TextInset, area.Y + LjkLayout.StripHeight, NarrowPitch, Narrow);
        var row = area.Bottom - LjkLayout.RowReach;
        var next = LjkExamples.DrawRight(canvas, area.X + LjkLayout.TextInset, row);
        LjkExamples.DrawWrong(canvas, next, row);
    }

    /// <summary>Two columns of instructions, the examples in two rows beside them.</summary>
    public static void DrawWide(Canvas canvas, PaperArea area)
    {
        LjkFrame.Draw(canvas, area, "PETUNJUK PENGISIAN");
        var top = area.Y + LjkLayout.StripHeight;
        DrawColumn(canvas, 0, area.X + LjkLayout.TextInset, top, WidePitch, Wide);
        DrawColumn(canvas, Lines, area.X + WideColumn, top, WidePitch, Wide);

        var rule = area.Right - ExamplesWidth;
        var middle = (top + area.Bottom) / 2;
        canvas.Fill(new PaperArea(rule, top, LjkLayout.RuleStroke, area.Bottom - top));
        LjkExamples.DrawRight(canvas, rule + LjkLayout.TextInset, middle - (ExamplesPitch / 2));
        LjkExamples.DrawWrong(canvas, rule + LjkLayout.TextInset, middle + (ExamplesPitch / 2));
    }

    private static void DrawColumn(
        Canvas canvas, int first, double left, double top, double pitch, Lettering lettering)
    {
        for (var i = first; i < first + Lines; i++)
        {
            top += pitch;
            canvas.Text(string.Create(CultureInfo.InvariantCulture, $"{i + 1}."), left, top, lettering);
            canvas.Text(Instructions[i], left + NumberWidth, top, lettering);
        }
    }
}
