using System.Globalization;
using Omr.Engine.Template;
using Omr.Simulator;
using Omr.Simulator.Encoding;
using Omr.Simulator.Planning;
using Omr.Simulator.Printing;
using Omr.Simulator.Profiles;

namespace Omr.Engine.Tests.Simulated;

/// <summary>Simulated sheets for the reader's tests, made in memory.</summary>
internal static class Rehearsal
{
    private static readonly string[] Names =
    [
        "Siti Aminah", "Budi Santoso", "Nur Hidayati", "Ahmad Zainuddin", "Maria Q. Wibowo", "Yusuf Xaverius Jayadi",
    ];

    public static FormTemplate Form(string id) => Omr.Forms.Ljk.LjkForm.All.Single(t => t.Id == id);

    public static SimulationSettings Settings(
        SimulationProfile profile, ulong seed, ScanFormat format = ScanFormat.Jpeg, int dpi = 200, string form = "ljk-ukg-100")
    {
        Assert.SkipUnless(PrintRaster.IsAvailable, "pdftoppm (poppler-utils) is not installed");
        return new(Form(form), profile, seed, format, dpi, Jobs: Environment.ProcessorCount);
    }

    public static IReadOnlyList<SheetPlan> Plan(SimulationSettings settings, int sheets) =>
        Simulation.Plan(
            settings,
            [
                .. Enumerable.Range(1, sheets).Select(i => new SimulatedParticipant(
                    string.Create(CultureInfo.InvariantCulture, $"150505180{(i * 7919) % 100_000:00000}"),
                    Names[i % Names.Length],
                    new DateOnly(1965 + (i % 30), 1 + (i % 12), 1 + (i % 28)),
                    "180",
                    i % 2 == 0 ? "01" : "02",
                    "0505-001-001")),
            ]);

    public static async Task<List<SimulatedSheet>> Make(SimulationSettings settings, IReadOnlyList<SheetPlan> plans)
    {
        var sheets = new List<SimulatedSheet>();
        await foreach (var sheet in Simulation.Sheets(settings, plans, TestContext.Current.CancellationToken))
            sheets.Add(sheet);
        return sheets;
    }

    public static async Task<Tally> Read(SimulationSettings settings, IReadOnlyList<SheetPlan> plans)
    {
        var tally = new Tally();
        using var reader = new SheetReader([settings.Template]);
        await foreach (var sheet in Simulation.Sheets(settings, plans, TestContext.Current.CancellationToken))
            tally.Add(sheet, Assert.Single(reader.Read(sheet.Bytes)), settings.Format == ScanFormat.TiffG4);
        return tally;
    }
}
