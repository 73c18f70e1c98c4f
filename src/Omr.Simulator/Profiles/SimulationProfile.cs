using System.Collections.Immutable;

namespace Omr.Simulator.Profiles;

/// <summary>How writers, paper and scanners behave in a simulation: rates and ranges, nothing else.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Sentence">What it stands for.</param>
/// <param name="Marks">How answers are written.</param>
/// <param name="Writers">Hands and pencils.</param>
/// <param name="Paper">The paper and its accidents.</param>
/// <param name="Scanner">The scanner and its faults.</param>
public sealed record SimulationProfile(
    string Name, string Sentence, MarkRates Marks, WriterHabits Writers, PaperHabits Paper, ScannerHabits Scanner)
{
    /// <summary>A good office scanner and careful writers.</summary>
    public static SimulationProfile Clean { get; } = new(
        "clean",
        "A good office scanner and careful writers: what a kabupaten sends in its best year.",
        new(Blank: 0.01, Faint: 0.0005, Partial: 0.0005, Corrected: 0.001),
        new(
            Darkness: new(0.66, 0.84), LightWriters: 0.05, LightDarkness: new(0.56, 0.66),
            Offset: new(0.04, 0.12), Reach: new(0.92, 1.06), Stroke: new(0.45, 0.8), Gaps: new(0.5, 0.8),
            Rubbing: new(0.05, 0.1)),
        new(Tone: new(0.88, 0.93), Grain: new(0.004, 0.01), Toner: new(0.05, 0.1), Specks: new(0, 6)),
        new(
            Skew: 1, Scale: new(0.995, 1.005), Stretch: 0.1, Weave: 0.05, Swell: 0.1, Slip: 0, Shift: 1.5,
            Blur: new(0.035, 0.06), Noise: new(0.8, 2), DarkStreak: 0, LightStreak: 0.02, Lamp: 0.03,
            White: new(0.86, 0.96), Black: new(0, 0.04), Gamma: new(0.85, 1.05), GreyBackground: 0.3,
            UpsideDown: 0, Jpeg: new(75, 92), Threshold: new(0.68, 0.76)));

    /// <summary>What a province really gets.</summary>
    public static SimulationProfile Normal { get; } = new(
        "normal",
        "What a province really gets: hurried writers, hard and soft pencils, used scanners.",
        new(
            Blank: 0.01, Double: 0.005, Faint: 0.003, Partial: 0.003, Cross: 0.002, Tick: 0.002, Line: 0,
            Dot: 0.001, Erased: 0.002, Corrected: 0.025),
        new(
            Darkness: new(0.58, 0.84), LightWriters: 0.15, LightDarkness: new(0.44, 0.58),
            Offset: new(0.08, 0.25), Reach: new(0.84, 1.15), Stroke: new(0.4, 0.9), Gaps: new(0.55, 1.05),
            Rubbing: new(0.05, 0.2)),
        new(
            Tone: new(0.82, 0.92), Grain: new(0.005, 0.018), Toner: new(0.05, 0.16), Specks: new(2, 30),
            Stain: 0.04, Fold: 0.06, Holes: 0.03, TornCorner: 0.01, DogEar: 0.02),
        new(
            Skew: 2.5, Scale: new(0.98, 1.02), Stretch: 0.35, Weave: 0.15, Swell: 0.3, Slip: 0.05, Shift: 3,
            Blur: new(0.04, 0.09), Noise: new(1, 4), DarkStreak: 0.03, LightStreak: 0.12, Lamp: 0.1,
            White: new(0.82, 0.98), Black: new(0, 0.07), Gamma: new(0.75, 1.15), GreyBackground: 0.5,
            UpsideDown: 0.04, Jpeg: new(50, 85), Threshold: new(0.66, 0.78)));

    /// <summary>Everything that can happen short of what nobody could read.</summary>
    public static SimulationProfile Hard { get; } = new(
        "hard",
        "Everything at once: what the limits of the reader are measured with.",
        new(
            Blank: 0.03, Double: 0.015, Faint: 0.015, Partial: 0.012, Cross: 0.01, Tick: 0.01, Line: 0.005,
            Dot: 0.008, Erased: 0.01, Corrected: 0.05),
        new(
            Darkness: new(0.45, 0.86), LightWriters: 0.3, LightDarkness: new(0.3, 0.45),
            Offset: new(0.1, 0.4), Reach: new(0.75, 1.3), Stroke: new(0.35, 1), Gaps: new(0.6, 1.3),
            Rubbing: new(0.08, 0.28)),
        new(
            Tone: new(0.7, 0.92), Grain: new(0.008, 0.03), Toner: new(0.05, 0.3), Specks: new(5, 120),
            Stain: 0.2, Fold: 0.25, Holes: 0.12, TornCorner: 0.06, DogEar: 0.08),
        new(
            Skew: 5, Scale: new(0.97, 1.03), Stretch: 0.8, Weave: 0.4, Swell: 0.7, Slip: 0.2, Shift: 4,
            Blur: new(0.05, 0.14), Noise: new(2, 9), DarkStreak: 0.2, LightStreak: 0.25, Lamp: 0.3,
            White: new(0.72, 1), Black: new(0, 0.12), Gamma: new(0.6, 1.4), GreyBackground: 0.6,
            UpsideDown: 0.15, Jpeg: new(25, 80), Threshold: new(0.64, 0.8), Bilevel: 0.15));

    /// <summary>All profiles, the gentlest first.</summary>
    public static ImmutableArray<SimulationProfile> All { get; } = [Clean, Normal, Hard];

    /// <summary>The profile of that name, or null.</summary>
    public static SimulationProfile? Named(string name) => All.FirstOrDefault(p => p.Name == name);
}
