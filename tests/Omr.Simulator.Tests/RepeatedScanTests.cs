using Omr.Engine;
using Omr.Forms;
using Omr.Simulator.Planning;
using Omr.Simulator.Printing;
using Omr.Simulator.Profiles;

namespace Omr.Simulator.Tests;

public sealed class RepeatedScanTests
{
    [Fact]
    public void A_sheet_scanned_again_never_changes_from_one_answer_to_another_or_to_blank()
    {
        Assert.SkipUnless(PrintRaster.IsAvailable, "pdftoppm (poppler-utils) is not installed.");
        const int Sheets = 3;
        const int Scans = 12;
        // Many weak and odd marks, for those are near the thresholds.
        var profile = SimulationProfile.Normal with
        {
            Marks = new(Blank: 0.1, Double: 0.03, Faint: 0.06, Partial: 0.06, Cross: 0.05, Tick: 0.05, Dot: 0.03, Erased: 0.03, Corrected: 0.1),
        };
        using var reader = new SheetReader([Still.Form]);
        for (var sheet = 0; sheet < Sheets; sheet++)
        {
            var settings = new SimulationSettings(Still.Form, profile, 20_261_123);
            var plan = new SheetPlanner(Still.Form, profile, settings.Seed).Personal(sheet, Still.Person(sheet));
            var print = Print(plan.Sheet);
            var seen = new Dictionary<(string, int), HashSet<string>>();
            for (var scan = 0; scan < Scans; scan++)
            {
                var chance = new Chance(settings.Seed, (sheet * Scans) + scan, Chance.Purpose.Harm);
                var simulator = new SheetSimulator(settings) { Harm = Again(chance) };
                var made = simulator.Make(sheet, plan, print.Copy());
                var reading = Assert.IsType<SheetReading>(Assert.Single(reader.Read(made.Bytes)));
                foreach (var item in reading.Items.Where(i => i.Status != ReadStatus.Doubtful))
                {
                    if (!seen.TryGetValue((item.Field, item.Item), out var values))
                        seen[(item.Field, item.Item)] = values = [];
                    values.Add($"{item.Status} {item.Value}");
                }
            }

            Assert.True(seen.Count > 100, "most items are read with certainty at least once");
            Assert.All(seen, item => Assert.Single(item.Value));
        }
    }

    // Another pass through the same scanner: turned by up to 2 degrees, shifted by up to 2 pixels, other noise, other
    // quality.
    private static SheetHarm Again(Chance chance) => new()
    {
        Scanner = (state, _) => state with
        {
            Skew = chance.Between(-2, 2),
            AutoSize = true,
            ShiftX = state.ShiftX + chance.Between(-0.25, 0.25),
            ShiftY = state.ShiftY + chance.Between(-0.25, 0.25),
            Noise = chance.Between(1, 4),
            Jpeg = 40 + chance.Below(53),
        },
    };

    private static GreyPicture Print(PrintedSheet sheet)
    {
        var pdf = Path.Combine(Path.GetTempPath(), $"omr-{Guid.NewGuid():N}.pdf");
        try
        {
            using (var file = File.Create(pdf))
                FormPrinter.Print(file, Still.Form, [sheet]);
            return PrintRaster.Pages(pdf, 1, 1, SheetSimulator.PrintDpi(200)).Single();
        }
        finally
        {
            File.Delete(pdf);
        }
    }
}
