using Omr.Forms.Ljk;
using Omr.Simulator;
using Omr.Simulator.Encoding;
using Omr.Simulator.Profiles;

namespace Omr.Benchmarks;

/// <summary>Simulated sheets of the default form for the benchmarks: normal writers, 200 dpi, always the same.</summary>
internal static class SheetPages
{
    public static byte[] One(ScanFormat format)
    {
        var settings = new SimulationSettings(LjkForm.All[0], SimulationProfile.Normal, Seed: 7, format);
        SimulatedParticipant[] people =
            [new("15050100120001", "SITI AMINAH", new DateOnly(1979, 4, 21), "220", "01", "1505 / 01 / 001 / 01")];
        // BenchmarkDotNet does not wait for a set-up that is a task when it runs in this process.
        return Simulation.Sheets(settings, Simulation.Plan(settings, people)).ToBlockingEnumerable().Single().Bytes.ToArray();
    }
}
