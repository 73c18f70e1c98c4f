using Omr.Simulator.Encoding;
using Omr.Simulator.Profiles;

namespace Omr.Engine.Tests.Simulated;

/// <summary>What is no sheet of the form is refused with its reason, or read as what it is; never read as something else.</summary>
public class OtherMaterialTests
{
    [Fact]
    public async Task A_sheet_of_another_form_is_refused_by_its_code()
    {
        var settings = Rehearsal.Settings(SimulationProfile.Clean, 31, form: "ljk-ukg-60");
        var sheet = Assert.Single(await Rehearsal.Make(settings, Rehearsal.Plan(settings, 1)));
        using var reader = new SheetReader([Rehearsal.Form("ljk-ukg-100"), Rehearsal.Form("ljk-ukg-60-ad")]);
        var refusal = Assert.IsType<Refusal>(Assert.Single(reader.Read(sheet.Bytes)));
        Assert.Equal(RefusalReason.OtherForm, refusal.Reason);
        Assert.Contains("LJK-UKG-60/1/", refusal.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_version_of_the_form_is_refused()
    {
        var settings = Rehearsal.Settings(SimulationProfile.Clean, 32);
        var sheet = Assert.Single(await Rehearsal.Make(settings, Rehearsal.Plan(settings, 1)));
        using var reader = new SheetReader([settings.Template with { Version = 2 }]);
        var refusal = Assert.IsType<Refusal>(Assert.Single(reader.Read(sheet.Bytes)));
        Assert.Equal(RefusalReason.OtherForm, refusal.Reason);
    }

    [Fact]
    public async Task Among_several_forms_a_sheet_picks_its_own_by_its_code()
    {
        var settings = Rehearsal.Settings(SimulationProfile.Clean, 33, form: "ljk-ukg-120-ad");
        var sheets = await Rehearsal.Make(settings, Rehearsal.Plan(settings, 2));
        using var reader = new SheetReader([.. Omr.Forms.Ljk.LjkForm.All]);
        var tally = new Tally();
        foreach (var sheet in sheets)
        {
            var reading = Assert.IsType<SheetReading>(Assert.Single(reader.Read(sheet.Bytes)));
            Assert.Equal("ljk-ukg-120-ad", reading.TemplateId);
            tally.Add(sheet, reading);
        }

        Assert.Equal([], tally.Silent);
    }

    [Theory]
    [InlineData("ljk-ukg-60")]
    [InlineData("ljk-ukg-80-ad")]
    [InlineData("ljk-ukg-120")]
    [InlineData("ljk-ukg-120-ad")]
    [InlineData("ljk-ukg-100-ad")]
    public async Task A_sheet_of_a_sister_form_whose_code_is_gone_is_never_read_as_this_form(string form)
    {
        var settings = Rehearsal.Settings(SimulationProfile.Clean, 34, ScanFormat.Bmp, form: form);
        using var reader = new SheetReader([Rehearsal.Form("ljk-ukg-100")]);
        foreach (var sheet in await Rehearsal.Make(settings, Rehearsal.Plan(settings, 2)))
        {
            var outcome = Assert.Single(reader.Read(WithoutCode(sheet.Bytes.ToArray())));
            Assert.True(
                outcome is Refusal { Reason: RefusalReason.OtherForm or RefusalReason.NotRegistered },
                outcome.ToString());
        }
    }

    [Fact]
    public async Task A_sheet_of_this_form_whose_code_is_gone_is_read_by_its_print()
    {
        var settings = Rehearsal.Settings(SimulationProfile.Clean, 35, ScanFormat.Bmp);
        var tally = new Tally();
        using var reader = new SheetReader([settings.Template]);
        foreach (var sheet in await Rehearsal.Make(settings, Rehearsal.Plan(settings, 3)))
        {
            var reading = Assert.IsType<SheetReading>(Assert.Single(reader.Read(WithoutCode(sheet.Bytes.ToArray()))));
            Assert.Equal("", reading.Serial);
            tally.Add(sheet, reading);
        }

        Assert.Equal([], tally.Silent);
    }

    [Theory]
    [InlineData("white", RefusalReason.NoContrast)]
    [InlineData("black", RefusalReason.NoContrast)]
    [InlineData("landscape photograph", RefusalReason.MarksNotFound)]
    [InlineData("noise", RefusalReason.MarksNotFound)]
    [InlineData("chessboard", RefusalReason.MarksNotFound)]
    public void A_picture_of_something_else_is_refused(string picture, RefusalReason reason)
    {
        var random = new Random(5);
        Func<int, int, byte> tone = picture switch
        {
            "white" => (_, _) => 250,
            "black" => (_, _) => 4,
            "landscape photograph" => (x, y) => (byte)(128 + (60 * Math.Sin(x / 90.0)) + (50 * Math.Cos((y + x) / 37.0))),
            "noise" => (_, _) => (byte)random.Next(256),
            _ => (x, y) => ((x / 40) + (y / 40)) % 2 == 0 ? (byte)20 : (byte)240,
        };
        using var reader = new SheetReader([Rehearsal.Form("ljk-ukg-100")]);
        var refusal = Assert.IsType<Refusal>(Assert.Single(reader.Read(TestImages.Pgm(1240, 1754, tone))));
        Assert.Equal(reason, refusal.Reason);
    }

    // Paints the QR's corner of an 8-bit BMP white: rows run from the bottom, at 200 dots an inch.
    private static byte[] WithoutCode(byte[] bmp)
    {
        var (pixels, width, height) =
            (BitConverter.ToInt32(bmp, 10), BitConverter.ToInt32(bmp, 18), BitConverter.ToInt32(bmp, 22));
        var stride = (width + 3) / 4 * 4;
        for (var y = 20; y < 250; y++)
            bmp.AsSpan(pixels + ((height - 1 - y) * stride) + 1300, 225).Fill(bmp[pixels + (stride * height / 2) + 5]);
        return bmp;
    }
}
