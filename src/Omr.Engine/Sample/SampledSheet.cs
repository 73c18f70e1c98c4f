using Omr.Engine.Register;

namespace Omr.Engine.Sample;

/// <summary>The sheet with a measurement of every bubble, in the order of the layout.</summary>
/// <param name="Sheet">Where everything is.</param>
/// <param name="Bubbles">The measurements.</param>
internal sealed record SampledSheet(RegisteredSheet Sheet, BubbleSample[] Bubbles);
