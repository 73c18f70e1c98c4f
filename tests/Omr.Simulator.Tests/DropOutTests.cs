using Omr.Engine;
using Omr.Engine.Template;
using Omr.Forms;
using Omr.Simulator.Colour;
using Omr.Simulator.Planning;
using Omr.Simulator.Printing;
using Omr.Simulator.Profiles;

namespace Omr.Simulator.Tests;

public sealed class DropOutTests
{
    [Theory]
    [InlineData("orange", InkChannel.Red, false)]
    [InlineData("blue", InkChannel.Blue, false)]
    [InlineData("orange", InkChannel.Red, true)]
    [InlineData("blue", InkChannel.Blue, true)]
    public void A_form_printed_in_colour_is_read_in_colour_and_in_grey(string name, InkChannel ink, bool grey)
    {
        Assert.SkipUnless(PrintRaster.IsAvailable, "pdftoppm (poppler-utils) is not installed.");
        var colour = name == "orange" ? PrintColour.Orange : PrintColour.LightBlue;
        var form = Still.Form with { Ink = ink };
        var settings = new SimulationSettings(form, SimulationProfile.Clean, 41);
        var plan = new SheetPlanner(form, settings.Profile, settings.Seed).Personal(0, Still.Person(1));
        using var reader = new SheetReader([form]);
        var sheet = ColourScan.Make(settings, SheetHarm.None, 0, plan, Print(form, plan.Sheet), colour, grey);
        var reading = Assert.IsType<SheetReading>(Assert.Single(reader.Read(sheet.Bytes)));
        var truth = sheet.Truth.Where(t => t.Item is not null).ToDictionary(t => (t.Field, t.Item!.Value), t => t.Value);
        Assert.Equal(Still.Person(1).Number, reading.Identity.Value);
        Assert.True(reading.Items.Count(i => i.Status == ReadStatus.Doubtful) <= 2);
        Assert.All(
            reading.Items.Where(i => i.Status != ReadStatus.Doubtful), i => Assert.Equal(truth[(i.Field, i.Item)], i.Value));
    }

    private static GreyPicture Print(FormTemplate form, PrintedSheet sheet)
    {
        var pdf = Path.Combine(Path.GetTempPath(), $"omr-{Guid.NewGuid():N}.pdf");
        try
        {
            using (var file = File.Create(pdf))
                FormPrinter.Print(file, form, [sheet]);
            return PrintRaster.Pages(pdf, 1, 1, SheetSimulator.PrintDpi(200)).Single();
        }
        finally
        {
            File.Delete(pdf);
        }
    }
}
