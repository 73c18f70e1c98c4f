using Omr.Forms.Ljk;
using Omr.Forms.Tests.Measuring;

namespace Omr.Forms.Tests.Ljk;

public class LjkTextTests
{
    private static readonly SheetPerson Long = new(
        "1505011801001512",
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
        "05-012-003-MADRASAHTSANAWIYAHNEGERIKOTAMALANGJAWATIMURKURSI07",
        "180-PENDIDIKANJASMANIOLAHRAGADANKESEHATAN");

    public static TheoryData<string> Ids => PrintedLjk.Ids;

    [Fact]
    public void A_personal_sheet_names_its_participant()
    {
        var text = Poppler.Texts(LjkForm.All[0], [PrintedLjk.Sheet])[0];
        string[] expected =
        [
            "KEMENTERIAN AGAMA REPUBLIK INDONESIA", "LEMBAR JAWABAN KOMPUTER", "UJI KOMPETENSI GURU",
            "SITI NUR AISYAH", "15050118010015", "05-012-003 kursi 07", "180 Matematika", "No. Seri 00000042",
            "NOMOR PESERTA", "TANGGAL LAHIR (TTBBTT)", "NAMA PESERTA", "KODE MAPEL", "PAKET",
            "PANEL PENGAWAS", "diisi pengawas", "CADANGAN", "RUSAK/DIGANTI", "TIDAK HADIR",
            "PETUNJUK PENGISIAN", "pensil 2B", "BENAR", "SALAH", "PERNYATAAN", "TANDA TANGAN PESERTA",
        ];
        Assert.All(expected, words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.DoesNotContain("LJK CADANGAN", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_spare_says_so_and_a_blank_form_has_neither_serial_nor_name()
    {
        var texts = Poppler.Texts(LjkForm.All[0], [PrintedSheet.Spare("00000043"), PrintedSheet.Blank]);
        Assert.Contains("LJK CADANGAN", texts[0], StringComparison.Ordinal);
        Assert.Contains("C00000043", texts[0], StringComparison.Ordinal);
        Assert.Contains("No. Seri 00000043", texts[0], StringComparison.Ordinal);
        Assert.DoesNotContain("LJK CADANGAN", texts[1], StringComparison.Ordinal);
        Assert.DoesNotContain("No. Seri", texts[1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_word_touches_another_or_a_bubble_even_with_the_longest_names(string id)
    {
        var template = PrintedLjk.Template(id);
        var words = Poppler.Words(template, [PrintedSheet.Personal("00000042", Long)]);
        var bubbles = template.Bubbles().Select(b => b.Box).ToList();
        Assert.True(words.Count > 100);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            Assert.DoesNotContain(words.Skip(i + 1), other => other.Box.Overlaps(word.Box));
            Assert.DoesNotContain(bubbles, bubble => bubble.Overlaps(word.Box));
            Assert.True(word.Box.X > 15 && word.Box.Right < 202, word.Text);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_answer_row_has_its_items_number_at_its_left(string id)
    {
        var template = PrintedLjk.Template(id);
        var words = Poppler.Words(template, [PrintedSheet.Blank]);
        foreach (var first in template.Bubbles().Where(b => b.Field == "jawaban" && b.Value == "A"))
        {
            var number = first.Item.ToString(System.Globalization.CultureInfo.InvariantCulture);
            Assert.Single(words, w => w.Text == number
                && Math.Abs(w.Box.Centre.Y - first.Box.Centre.Y) < 0.3
                && first.Box.X - w.Box.Right is > 0.5 and < 2);
        }
    }
}
