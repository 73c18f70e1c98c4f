using Omr.Engine.Template;
using Omr.Forms.Ljk;
using Omr.Simulator.Profiles;

namespace Omr.Simulator.Tests;

/// <summary>
/// A world without chance in which nothing goes wrong: paper and scanner are perfect and the hand is even.
/// </summary>
internal static class Still
{
    public static SimulationProfile Profile { get; } = new(
        "still",
        "Nothing goes wrong.",
        new(Blank: 0),
        new(
            Darkness: Interval.Just(0.7), LightWriters: 0, LightDarkness: Interval.Just(0.7), Offset: Interval.Just(0),
            Reach: Interval.Just(1), Stroke: Interval.Just(0.6), Gaps: Interval.Just(0.7), Rubbing: Interval.Just(0.1)),
        new(
            Tone: Interval.Just(1), Grain: Interval.Just(0), Toner: Interval.Just(0.05), Specks: Interval.Just(0)),
        new(
            Skew: 0, Scale: Interval.Just(1), Stretch: 0, Weave: 0, Swell: 0, Slip: 0, Shift: 0,
            Blur: Interval.Just(0.03), Noise: Interval.Just(0), DarkStreak: 0, LightStreak: 0, Lamp: 0,
            White: Interval.Just(1), Black: Interval.Just(0), Gamma: Interval.Just(1), GreyBackground: 0,
            UpsideDown: 0, Jpeg: Interval.Just(90), Threshold: Interval.Just(0.8)));

    public static FormTemplate Form => LjkForm.All[0];

    public static SimulatedParticipant Person(int seat) => new(
        $"1505012180{seat:D4}", "SITI AMINAH", new DateOnly(1979, 3, 8), "180", "02", $"05-012-003 kursi {seat:D2}");

    public static async Task<List<SimulatedSheet>> Sheets(
        SimulationSettings settings, IReadOnlyList<Simulator.Planning.SheetPlan> plans)
    {
        Assert.SkipUnless(Printing.PrintRaster.IsAvailable, "pdftoppm (poppler-utils) is not installed.");
        var sheets = new List<SimulatedSheet>();
        await foreach (var sheet in Simulation.Sheets(settings, plans, TestContext.Current.CancellationToken))
            sheets.Add(sheet);
        return sheets;
    }
}
