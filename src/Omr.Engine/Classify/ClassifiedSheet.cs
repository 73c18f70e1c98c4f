using System.Collections.Immutable;
using Omr.Engine.Sample;

namespace Omr.Engine.Classify;

/// <summary>The sheet with the ink of every bubble above its printed blank, and the thresholds to judge it by.</summary>
/// <param name="Sampled">The measurements.</param>
/// <param name="Ink">Ink above the printed blank, in the order of the layout.</param>
/// <param name="Thresholds">The sheet's thresholds.</param>
/// <param name="Bilevel">Whether the scan is black and white only.</param>
/// <param name="Look">Takes a close look at a bubble, by its place in the layout; valid until the next page.</param>
/// <param name="MayGoOn">Takes a quick look whether a bubble is not plainly filled and something dark passes by its outline; told whether the latter is known.</param>
internal readonly record struct ClassifiedSheet(
    SampledSheet Sampled,
    ImmutableArray<float> Ink,
    MarkThresholds Thresholds,
    bool Bilevel,
    Func<int, PencilShape> Look,
    Func<int, bool, bool> MayGoOn);
