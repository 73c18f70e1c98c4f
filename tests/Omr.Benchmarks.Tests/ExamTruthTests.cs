using System.Globalization;
using Omr.Benchmarks.Hosted;

namespace Omr.Benchmarks.Tests;

public class ExamTruthTests
{
    [Fact]
    public void A_papers_score_is_worked_out_from_what_was_written_on_it()
    {
        // Of 30 pedagogy 3 right, of 70 professional 14; a double mark, a blank and another option are not.
        var written = Enumerable.Range(1, ExamKey.Items).Select(item => (item, value: item switch
        {
            <= 3 or (> ExamKey.Pedagogy and <= ExamKey.Pedagogy + 14) => ExamKey.Right("02", item),
            4 => $"{ExamKey.Right("02", item)}|{ExamKey.Right("02", item + 1)}",
            5 => "",
            _ => ExamKey.Right("02", item + 1),
        }));
        var folder = Directory.CreateTempSubdirectory("omr-truth-");
        var (truth, roster) = (Path.Combine(folder.FullName, "truth.csv"), Path.Combine(folder.FullName, "roster.csv"));
        File.WriteAllLines(
            truth,
            [
                "file,field,item,value,kind", "0001.jpg,identity,,1505,full",
                .. written.Select(w => string.Create(CultureInfo.InvariantCulture, $"0001.jpg,jawaban,{w.item},{w.value},full")),
            ]);
        File.WriteAllLines(roster, ["nomor_peserta,nama,tgl_lahir,kd_kab,lokasi,ruang,kursi,kd_mapel,paket", "1505,Siti,01-01-1970,05,012,003,01,180,02"]);

        var exam = new ExamTruth(truth, roster);
        folder.Delete(recursive: true);

        Assert.Equal(("1505", "05-012-003"), (exam.NumberOf("scans/0001.jpg"), exam.RoomOf("1505")));
        Assert.Equal(17.00m, exam.ScoreOf("scans/0001.jpg")); // 0.3 * 10 + 0.7 * 20
    }
}
