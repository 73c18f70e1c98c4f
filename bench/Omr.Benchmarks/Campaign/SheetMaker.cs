using Omr.Simulator;
using Omr.Simulator.Colour;
using Omr.Simulator.Planning;
using Omr.Simulator.Printing;

namespace Omr.Benchmarks.Campaign;

/// <summary>Makes the sheets of a campaign; one for each thread, for it keeps the page that it writes on.</summary>
internal sealed class SheetMaker
{
    private readonly Dictionary<int, GreyPicture> _pages = [];

    /// <summary>What is on the sheet: random name, birth date, package and answers, and the print's number.</summary>
    public static SheetPlan Plan(SheetCase sheet, PrintShelf shelf)
    {
        var chance = new Chance(sheet.Seed, sheet.Index, Chance.Purpose.Choice);
        var name = string.Concat(Enumerable.Range(0, 6 + chance.Below(15)).Select(_ => (char)('A' + chance.Below(26))));
        var person = new SimulatedParticipant(
            shelf.Number(sheet.Template), name, new DateOnly(1960, 1, 1).AddDays(chance.Below(15_000)),
            $"{chance.Below(1000):000}", $"{chance.Below(100):00}", "");
        var plan = new SheetPlanner(sheet.Template, sheet.Profile, sheet.Seed).Personal(sheet.Index, person);
        return sheet.Write(plan with { Sheet = shelf.Sheet(sheet.Template, sheet.Spare) }, sheet.Template, chance);
    }

    public SimulatedSheet Make(SheetCase sheet, SheetPlan plan, PrintShelf shelf)
    {
        var print = shelf.Print(sheet.Template, sheet.Dpi, sheet.Spare);
        if (sheet.Colour is { } colour)
            return ColourScan.Make(sheet.Settings, sheet.Harm, sheet.Index, plan, print, colour, sheet.Grey);
        if (!_pages.TryGetValue(print.Pixels.Length, out var page))
            _pages[print.Pixels.Length] = page = print.Copy();
        print.Pixels.CopyTo(page.Pixels, 0);
        return Simulator(sheet).Make(sheet.Index, plan, page);
    }

    /// <summary>Square millimetres of black that the scan holds of a mark, whoever reads it.</summary>
    public static double SurvivingInk(
        SheetCase sheet, SheetPlan plan, PrintShelf shelf, string field, int item, string value)
    {
        var box = sheet.Template.Bubbles().First(b => b.Field == field && b.Item == item && b.Value == value).Box;
        return Simulator(sheet).SurvivingInk(sheet.Index, plan, shelf.Print(sheet.Template, sheet.Dpi, sheet.Spare), box);
    }

    private static SheetSimulator Simulator(SheetCase sheet) => new(sheet.Settings) { Harm = sheet.Harm };
}
