using System.Globalization;
using Omr.Engine;
using Omr.Engine.Template;
using Omr.Forms.Ljk;
using Omr.Forms.Tests.Measuring;

namespace Omr.Forms.Tests.Ljk;

/// <summary>Symbols are read back by zxing-cpp, which shares nothing with our encoder or QRCoder.</summary>
public class LjkSymbolTests
{
    public static TheoryData<string> Ids => PrintedLjk.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_printed_sheet_tells_its_form_serial_and_participant_and_is_otherwise_blank(string id)
    {
        var reading = Read(PrintedLjk.Template(id), PrintedLjk.Picture(id));
        Assert.Equal((id, 1, "00000042"), (reading.TemplateId, reading.TemplateVersion, reading.Serial));
        Assert.Equal("15050118010015", reading.Identity.Barcode);
        Assert.All(reading.Items, item => Assert.Equal(ReadStatus.Blank, item.Status));
    }

    [Fact]
    public void A_spare_tells_its_serial_and_a_blank_form_only_which_form_it_is()
    {
        var template = LjkForm.All[0];
        var pages = Poppler.Pictures(template, [PrintedSheet.Spare("00000043"), PrintedSheet.Blank], dpi: 200);
        var (spare, blank) = (Read(template, pages[0]), Read(template, pages[1]));
        Assert.Equal(("00000043", "C00000043"), (spare.Serial, spare.Identity.Barcode));
        Assert.Equal((template.Id, "", ""), (blank.TemplateId, blank.Serial, blank.Identity.Barcode));
    }

    [Fact]
    public void Every_pair_of_digits_and_every_length_of_number_comes_back_from_the_bar_code()
    {
        var pairs = string.Concat(
            Enumerable.Range(0, 105).Select(n => (n % 100).ToString("00", CultureInfo.InvariantCulture)));
        string[] numbers =
        [
            .. pairs.Chunk(14).Select(c => new string(c)),
            .. Enumerable.Range(9, 8).Select(length => "1234567890123456"[..length]),
        ];
        var template = LjkForm.All[0];
        var sheets = numbers.Select(n => PrintedSheet.Personal("00000042", PrintedLjk.Person with { Number = n }));
        var pages = Poppler.Pictures(template, [.. sheets], dpi: 150);
        Assert.Equal(numbers, pages.Select(page => Read(template, page).Identity.Barcode));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_symbols_quiet_zones_are_white(string id)
    {
        const double Module = 0.4;
        var page = PrintedLjk.Picture(id);
        var bars = LjkForm.BarcodeArea with { Height = 8 };
        var ink = page.Pixels(bars).Where(p => p.Ink > 0.5).Select(p => p.Place.X).ToList();
        var (left, right) = (ink.Min(), ink.Max());
        Assert.Equal(112 * Module, right - left, 0.1);
        Assert.InRange(page.Blackest(new(left - (10 * Module) - 0.1, bars.Y, 10 * Module, 8)), 0, 0.04);
        Assert.InRange(page.Blackest(new(right + 0.1, bars.Y, 10 * Module, 8)), 0, 0.04);

        // Version 2 has 25 modules, so that with 4 on either side one is a 33rd of the area.
        var quiet = LjkForm.QrArea.Width / 33 * 4;
        var symbol = LjkForm.QrArea.Grown(0.06 - quiet);
        var around = page.Pixels(LjkForm.QrArea).Where(p => !symbol.Holds(p.Place));
        Assert.InRange(around.Max(p => p.Ink), 0, 0.04);
    }

    private static SheetReading Read(FormTemplate template, Raster page)
    {
        using var reader = new SheetReader([template]);
        return Assert.IsType<SheetReading>(Assert.Single(reader.Read(page.File)));
    }
}
