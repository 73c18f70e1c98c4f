namespace Omr.Engine.Sample;

/// <summary>What was measured at one bubble; no judgement.</summary>
/// <param name="Ink">How dark its inside is: 0 the paper beside it, 1 print black.</param>
/// <param name="Place">How clearly its outline stands where it must, against the sheet's usual bubble (1).</param>
/// <param name="Stain">How much darker than the sheet's paper the paper beside it is, as a share of the contrast.</param>
/// <param name="Uneven">Share of the paper just outside that is darker or lighter than the rest: something crosses the edge.</param>
/// <param name="Streak">Share of its inside that a streak covers.</param>
internal readonly record struct BubbleSample(float Ink, float Place, float Stain, float Uneven, float Streak);
