using Omr.Engine.Template;
using Omr.Forms.Ljk;
using Omr.Simulator;
using Omr.Simulator.Encoding;
using Omr.Simulator.Printing;
using Omr.Simulator.Profiles;

namespace Omr.Scanner.Tests.Workers;

/// <summary>A few simulated sheets, made once for all tests.</summary>
internal static class Sheets
{
    public static readonly FormTemplate Form = LjkForm.All.Single(t => t.Id == "ljk-ukg-60");

    private static readonly Dictionary<(ScanFormat, int), byte[]> Made = [];
    private static readonly SemaphoreSlim Making = new(1);

    /// <summary>The file of one sheet.</summary>
    public static async Task<byte[]> MakeAsync(ScanFormat format, int number)
    {
        Assert.SkipUnless(PrintRaster.IsAvailable, "pdftoppm (poppler-utils) is not installed");
        var stop = TestContext.Current.CancellationToken;
        await Making.WaitAsync(stop);
        try
        {
            if (!Made.TryGetValue((format, number), out var file))
                Made[(format, number)] = file = await SimulateAsync(format, number, stop);
            return file;
        }
        finally
        {
            Making.Release();
        }
    }

    private static async Task<byte[]> SimulateAsync(ScanFormat format, int number, CancellationToken stop)
    {
        var settings = new SimulationSettings(Form, SimulationProfile.Normal, (ulong)number, format);
        var plans = Simulation.Plan(
            settings, [new("15050518012345", "Siti Aminah", new DateOnly(1975, 7, 5), "180", "01", "0505-001-001")]);
        await foreach (var sheet in Simulation.Sheets(settings, plans, stop)) return sheet.Bytes.ToArray();
        throw new InvalidOperationException("no sheet was simulated");
    }
}
