using System.Globalization;
using Omr.Engine.Template;
using Omr.Forms.Cairo;
using Omr.Forms.Ljk;

namespace Omr.Forms.Cover;

/// <summary>Draws what makes the form a cover: whose envelope, what is in it, who signed for it.</summary>
internal static class CoverPage
{
    private const double LabelLeft = 22;
    private const double ValueLeft = 78;
    private const double FirstLine = 56;
    private const double LinePitch = 11;
    private const double SignatureTop = 228;
    private const double SignatureWidth = 88;

    private static readonly Lettering Room = new(34, Bold: true);
    private static readonly Lettering Label = new(11);
    private static readonly Lettering Value = new(14, Bold: true);

    /// <summary>What all covers share.</summary>
    public static void DrawShared(Canvas canvas)
    {
        canvas.Text("KEMENTERIAN AGAMA REPUBLIK INDONESIA", LjkLayout.HeaderLeft, 11, Label);
        canvas.Text("SAMPUL AMPLOP LJK", LjkLayout.HeaderLeft, 18, new(18, Bold: true));
        canvas.Text("UJI KOMPETENSI GURU", LjkLayout.HeaderLeft, 24, Value);
        foreach (var (_, title, left) in CoverForm.Counts)
        {
            var middle = left + (LjkForm.ColumnPitch / 2);
            canvas.Text(title, middle, CoverForm.Top - 11, LjkLayout.Preprint, Anchor.Middle);
            canvas.Frame(new(left - 2.5, CoverForm.Top - 9, 2 * LjkForm.ColumnPitch, 5.8), LjkLayout.FrameStroke);
            canvas.Fill(new PaperArea(middle - 0.08, CoverForm.Top - 9, 0.15, 5.8));
        }

        canvas.Text(
            "Tulis dan hitamkan dua angka (misalnya 07) dengan pensil 2B setelah LJK dihitung dua kali.",
            105, CoverForm.Top - 18, Label, Anchor.Middle);
        Signature(canvas, LabelLeft, "Pengawas ruang");
        Signature(canvas, LabelLeft + SignatureWidth, "Koordinator lokasi");
        canvas.Text(
            "Letakkan sampul ini di atas LJK ruangnya; pindai bersama LJK, sampul lebih dahulu.", 105, LjkPage.Footer, LjkLayout.Body, Anchor.Middle);
    }

    /// <summary>What is this room's own.</summary>
    public static void DrawRoom(Canvas canvas, CoverText cover)
    {
        canvas.Text(cover.Room, 105, 43, Room, Anchor.Middle, 150);
        string[] labels = ["Mata pelajaran", "Peserta terdaftar", "Nomor peserta pertama", "Nomor peserta terakhir", "Hadir", "Nomor segel"];
        string[] values =
        [
            cover.Subjects, cover.Participants.ToString(CultureInfo.InvariantCulture), cover.FirstNumber, cover.LastNumber, "", "",
        ];
        for (var i = 0; i < labels.Length; i++)
        {
            var baseline = FirstLine + ((i + 1) * LinePitch);
            canvas.Text(labels[i], LabelLeft, baseline, Label);
            canvas.Text(values[i], ValueLeft, baseline, Value, widest: 110);
            canvas.DottedLine(ValueLeft, 188, baseline + 1.2);
        }
    }

    private static void Signature(Canvas canvas, double left, string who)
    {
        canvas.Text(who, left, SignatureTop, Label);
        canvas.DottedLine(left, left + SignatureWidth - 10, SignatureTop + 26);
        canvas.Text("Nama, NIP, tanda tangan, waktu", left, SignatureTop + 30, LjkLayout.Body);
    }
}
