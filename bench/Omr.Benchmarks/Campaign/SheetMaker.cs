using Omr.Simulator;
using Omr.Simulator.Colour;
using Omr.Simulator.Planning;

namespace Omr.Benchmarks.Campaign;

/// <summary>Makes the sheets of a campaign; one for each thread, for it keeps the memory that it works in.</summary>
internal sealed class SheetMaker
{
    private readonly SheetMemory _memory = new();

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
        return sheet.Colour is { } colour
            ? ColourScan.Make(sheet.Settings, sheet.Harm, sheet.Index, plan, print, colour, sheet.Grey)
            : Simulator(sheet).Make(sheet.Index, plan, print);
    }

    /// <summary>Square millimetres of black that the scan holds of a mark, whoever reads it.</summary>
    public double SurvivingInk(
        SheetCase sheet, SheetPlan plan, PrintShelf shelf, string field, int item, string value)
    {
        var box = sheet.Template.Bubbles().First(b => b.Field == field && b.Item == item && b.Value == value).Box;
        return Simulator(sheet).SurvivingInk(sheet.Index, plan, shelf.Print(sheet.Template, sheet.Dpi, sheet.Spare), box);
    }

    private SheetSimulator Simulator(SheetCase sheet) => new(sheet.Settings) { Harm = sheet.Harm, Memory = _memory };
}
