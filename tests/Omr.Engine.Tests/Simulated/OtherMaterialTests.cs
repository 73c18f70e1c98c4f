using Omr.Engine.Template;
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

    [Fact]
    public async Task Pencil_over_the_code_does_not_hide_it()
    {
        var settings = Rehearsal.Settings(SimulationProfile.Clean, 39, ScanFormat.Bmp);
        var sheet = Assert.Single(await Rehearsal.Make(settings, Rehearsal.Plan(settings, 1)));
        var bytes = sheet.Bytes.ToArray();
        for (var y = 48; y < 194; y++)
        {
            if (y % 24 < 8)
                Darken(bytes, 1366, 1512, y, 110);
        }

        using var reader = new SheetReader([.. Omr.Forms.Ljk.LjkForm.All]);
        var reading = Assert.IsType<SheetReading>(Assert.Single(reader.Read(bytes)));
        Assert.NotEqual("", reading.Serial);
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

    [Fact]
    public async Task Among_all_forms_and_the_cover_a_sheet_whose_code_is_gone_is_known_by_its_print_and_never_read_as_another()
    {
        var forms = Omr.Forms.Ljk.LjkForm.All;
        var cover = Omr.Forms.Cover.CoverForm.Template;
        using var all = new SheetReader([.. forms, cover]);
        foreach (var form in forms)
        {
            var settings = Rehearsal.Settings(SimulationProfile.Clean, 36, ScanFormat.Bmp, form: form.Id);
            var sheet = Assert.Single(await Rehearsal.Make(settings, Rehearsal.Plan(settings, 1)));
            var bytes = WithoutCode(sheet.Bytes.ToArray());
            var reading = Assert.IsType<SheetReading>(Assert.Single(all.Read(bytes)));
            Assert.Equal((form.Id, ""), (reading.TemplateId, reading.Serial));
            var tally = new Tally();
            tally.Add(sheet, reading);
            Assert.Equal([], tally.Silent);
            using var others = new SheetReader([.. forms.Where(f => f.Id != form.Id), cover]);
            Assert.IsType<Refusal>(Assert.Single(others.Read(bytes)));
            foreach (var other in forms.Where(f => f.Id != form.Id))
            {
                using var reader = new SheetReader([other]);
                var outcome = Assert.Single(reader.Read(bytes));
                Assert.True(outcome is Refusal, $"{form.Id} was read as {other.Id}");
            }
        }
    }

    // The number of bubbles, the marks and the timing track stay the same: only the places say that it isn't the form.
    [Theory]
    [InlineData("jawaban", 0, 4.2)]
    [InlineData("jawaban", 0, -4.2)]
    [InlineData("jawaban", 6.5, 0)]
    [InlineData("nomor_peserta", 5, 0)]
    [InlineData("nomor_peserta", -5, 0)]
    [InlineData("nama", 0, 4.2)]
    public async Task A_version_whose_field_moved_by_a_pitch_is_never_read_as_this_one(string field, double right, double down)
    {
        var ours = Rehearsal.Form("ljk-ukg-80-ad");
        var theirs = ours with
        {
            Version = 2,
            Fields = [.. ours.Fields.Select(f => f.Name == field ? Moved(f, right, down) : f)],
        };
        var settings = Rehearsal.Settings(SimulationProfile.Clean, 37, ScanFormat.Bmp) with { Template = theirs };
        var sheet = Assert.Single(await Rehearsal.Make(settings, Rehearsal.Plan(settings, 1)));
        foreach (var bytes in (byte[][])[sheet.Bytes.ToArray(), WithoutCode(sheet.Bytes.ToArray())])
        {
            using var reader = new SheetReader([ours]);
            var outcome = Assert.Single(reader.Read(bytes));
            Assert.True(outcome is Refusal, $"read, though {field} stands elsewhere");
        }
    }

    [Fact]
    public async Task The_mirror_image_of_a_sheet_is_refused()
    {
        var settings = Rehearsal.Settings(SimulationProfile.Clean, 38, ScanFormat.Bmp);
        var sheet = Assert.Single(await Rehearsal.Make(settings, Rehearsal.Plan(settings, 1)));
        using var reader = new SheetReader([settings.Template]);
        Assert.IsType<Refusal>(Assert.Single(reader.Read(Mirrored(sheet.Bytes.ToArray()))));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("photograph")]
    public void A_page_of_text_and_a_photograph_are_refused(string what)
    {
        var random = new Random(6);
        var words = Enumerable.Range(0, 4_000).Select(_ => random.Next(2, 9)).ToArray();
        Func<int, int, byte> tone = what == "text"
            ? (x, y) => y is > 150 and < 2200 && x is > 150 and < 1500 && y % 36 < 18
                && words[((y / 36) * 47) + (x / 32)] > (x % 32 / 4) && (x * y / 7) % 3 != 0 ? (byte)30 : (byte)245
            : (x, y) => (byte)Math.Clamp(
                120 + (70 * Math.Sin(x / 210.0) * Math.Cos(y / 160.0)) + (40 * Math.Sin((x - y) / 35.0)) + random.Next(-12, 13)
                + (((x - 800) * (x - 800)) + ((y - 1100) * (y - 1100)) < 90_000 ? -80 : 0), 0, 255);
        using var reader = new SheetReader([.. Omr.Forms.Ljk.LjkForm.All]);
        Assert.IsType<Refusal>(Assert.Single(reader.Read(TestImages.Pgm(1654, 2339, tone))));
    }

    private static BubbleField Moved(BubbleField field, double right, double down) => field with
    {
        Blocks = [.. field.Blocks.Select(b => b with { Origin = new(b.Origin.X + right, b.Origin.Y + down) })],
    };

    private static byte[] Mirrored(byte[] bmp)
    {
        var (pixels, width, height) =
            (BitConverter.ToInt32(bmp, 10), BitConverter.ToInt32(bmp, 18), BitConverter.ToInt32(bmp, 22));
        for (var y = 0; y < height; y++)
            bmp.AsSpan(pixels + (y * ((width + 3) / 4 * 4)), width).Reverse();
        return bmp;
    }

    // Lays pencil of a tone over a line of an 8-bit BMP.
    private static void Darken(byte[] bmp, int left, int right, int y, byte tone)
    {
        var (pixels, width, height) =
            (BitConverter.ToInt32(bmp, 10), BitConverter.ToInt32(bmp, 18), BitConverter.ToInt32(bmp, 22));
        foreach (ref var pixel in bmp.AsSpan(pixels + ((height - 1 - y) * ((width + 3) / 4 * 4)) + left, right - left))
            pixel = Math.Min(pixel, tone);
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
