using System.Globalization;
using System.Text.RegularExpressions;
using Omr.Forms.Ljk;
using Omr.Forms.Tests.Measuring;

namespace Omr.Forms.Tests.Printing;

public class FormPrinterTests
{
    [Fact]
    public void The_same_sheets_give_the_same_bytes()
    {
        PrintedSheet[] sheets = [PrintedLjk.Sheet, PrintedSheet.Spare("00000043")];
        Assert.Equal(Print(sheets), Print(sheets));
    }

    [Fact]
    public void Each_sheet_is_an_A4_page_in_the_order_given()
    {
        PrintedSheet[] sheets = [.. Enumerable.Range(1, 12).Select(Numbered)];
        var info = Poppler.Says("pdfinfo", "", LjkForm.All[0], sheets);
        Assert.Matches(@"Pages:\s+12\n", info);
        Assert.Matches(@"Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)", info);
        var serials = Poppler.Texts(LjkForm.All[0], sheets)
            .Select(text => Regex.Match(text, @"No\. Seri (\d{8})").Groups[1].Value);
        Assert.Equal(sheets.Select(s => s.Serial), serials);
    }

    [Fact]
    public void All_fonts_are_embedded()
    {
        var lines = Poppler.Says("pdffonts", "", LjkForm.All[0], [PrintedLjk.Sheet]).TrimEnd().Split('\n')[2..];
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Matches(@"LiberationSans\S*\s+TrueType\s+\S+\s+yes yes yes", line));
    }

    [Fact]
    public void Nothing_on_a_page_is_a_picture()
    {
        var images = Poppler.Says("pdfimages", "-list", LjkForm.All[0], [PrintedLjk.Sheet]).TrimEnd().Split('\n');
        Assert.Equal(2, images.Length);
    }

    [Fact]
    public void A_further_sheet_costs_only_what_differs()
    {
        var few = Print([.. Enumerable.Range(1, 10).Select(Numbered)]).Length;
        var many = Print([.. Enumerable.Range(1, 110).Select(Numbered)]).Length;
        Assert.InRange((many - few) / 100, 500, 6000);
    }

    [Fact]
    public void A_stream_that_fails_fails_the_print_with_its_own_error()
    {
        using var full = new FullStream(room: 20_000);
        PrintedSheet[] sheets = [.. Enumerable.Range(1, 30).Select(Numbered)];
        var failure = Assert.Throws<IOException>(() => FormPrinter.Print(full, LjkForm.All[0], sheets));
        Assert.Equal("no space left", failure.Message);
    }

    [Fact]
    public void No_sheets_and_numbers_that_no_bar_code_holds_are_refused()
    {
        using var pdf = new MemoryStream();
        Assert.Throws<ArgumentException>(() => FormPrinter.Print(pdf, LjkForm.All[0], []));
        var tooLong = PrintedSheet.Personal("00000001", PrintedLjk.Person with { Number = new string('1', 60) });
        var refusal = Assert.Throws<ArgumentException>(() => FormPrinter.Print(pdf, LjkForm.All[0], [tooLong]));
        Assert.Contains("too long", refusal.Message, StringComparison.Ordinal);
    }

    private static PrintedSheet Numbered(int serial) =>
        PrintedSheet.Personal(serial.ToString("D8", CultureInfo.InvariantCulture), PrintedLjk.Person);

    private static byte[] Print(IReadOnlyList<PrintedSheet> sheets)
    {
        using var pdf = new MemoryStream();
        FormPrinter.Print(pdf, LjkForm.All[0], sheets);
        return pdf.ToArray();
    }
}
