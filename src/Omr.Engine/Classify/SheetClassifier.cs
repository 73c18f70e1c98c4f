using System.Runtime.InteropServices;
using Omr.Engine.Sample;

namespace Omr.Engine.Classify;

/// <summary>Fifth stage: puts every measurement on the sheet's own scale, from its printed blanks and its pencil.</summary>
internal static class SheetClassifier
{
    public static ClassifiedSheet Classify(SampledSheet sampled)
    {
        var ink = PrintedBlanks.Measure(sampled);
        for (var i = 0; i < ink.Length; i++)
            ink[i] = sampled.Bubbles[i].Ink - ink[i];
        return new(sampled, ImmutableCollectionsMarshal.AsImmutableArray(ink), MarkThresholds.Learn(ink));
    }
}
