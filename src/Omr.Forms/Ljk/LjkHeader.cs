using Omr.Forms.Cairo;

namespace Omr.Forms.Ljk;

/// <summary>The LJK's header: who holds the exam, what the sheet is, and the box for the participant's data.</summary>
internal static class LjkHeader
{
    /// <summary>Where the right half of the participant's box begins, in millimetres.</summary>
    public const double SecondColumn = 112.0;

    /// <summary>From the beginning of a label to its value.</summary>
    public const double LabelWidth = 15.0;

    private static readonly Lettering Issuer = new(7.5);

    public static void Draw(Canvas canvas)
    {
        canvas.Text("KEMENTERIAN AGAMA REPUBLIK INDONESIA", LjkLayout.HeaderLeft, 9.9, Issuer);
        canvas.Text("LEMBAR JAWABAN KOMPUTER", LjkLayout.HeaderLeft, 14.7, LjkLayout.Headline);
        canvas.Text("UJI KOMPETENSI GURU", LjkLayout.HeaderLeft, 18.9, LjkLayout.Subhead);

        var box = LjkLayout.PersonBox;
        canvas.Frame(box, LjkLayout.FrameStroke);
        Entry(canvas, 0, box.X, SecondColumn, "Nama");
        Entry(canvas, 0, SecondColumn, box.Right, "No. Peserta");
        Entry(canvas, 1, box.X, SecondColumn, "Tempat");
        Entry(canvas, 1, SecondColumn, box.Right, "Mapel");
    }

    /// <summary>The baseline of a row of the participant's box.</summary>
    public static double Row(int row)
    {
        const double First = 2.0;
        const double Pitch = 3.8;
        return LjkLayout.Baseline(LjkLayout.PersonBox.Y + First + (row * Pitch), LjkLayout.Preprint);
    }

    private static void Entry(Canvas canvas, int row, double left, double right, string label)
    {
        canvas.Text(label, left + LjkLayout.TextInset, Row(row), LjkLayout.Body);
        canvas.DottedLine(left + LabelWidth, right - LjkLayout.TextInset, Row(row) + 0.55);
    }
}
