using Omr.Simulator.Encoding;
using Omr.Simulator.Profiles;

namespace Omr.Engine.Tests.Simulated;

/// <summary>
/// The budget of docs/performance.md: a sheet allocates little more than what its reading owns, so that reading a
/// province's sheets gives the garbage collector next to nothing to do.
/// </summary>
public class AllocationTests(ITestOutputHelper output)
{
    private const int BudgetBytes = 16 * 1024;
    private const int WarmReads = 50;

    [Theory]
    [InlineData(ScanFormat.Jpeg, 200)]
    [InlineData(ScanFormat.Jpeg, 300)]
    [InlineData(ScanFormat.TiffG4, 200)]
    public async Task A_sheet_allocates_at_most_16_KB_once_the_buffers_have_grown(ScanFormat format, int dpi)
    {
        var settings = Rehearsal.Settings(SimulationProfile.Normal, 5, format, dpi);
        var sheets = await Rehearsal.Make(settings, Rehearsal.Plan(settings, 2));
        using var reader = new SheetReader([settings.Template]);
        foreach (var sheet in sheets)
            Assert.IsType<SheetReading>(Assert.Single(reader.Read(sheet.Bytes)));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < WarmReads; i++)
        {
            foreach (var outcome in reader.Read(sheets[i % sheets.Count].Bytes))
                GC.KeepAlive(outcome);
        }

        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / WarmReads;
        output.WriteLine($"{format}, {dpi} dpi: {each} bytes a sheet");
        Assert.InRange(each, 1, BudgetBytes);
    }
}
