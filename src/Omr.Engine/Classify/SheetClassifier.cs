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
        return new(
            sampled,
            ImmutableCollectionsMarshal.AsImmutableArray(ink),
            MarkThresholds.Learn(ink, StrongestOfItems(sampled, ink)));
    }

    private static List<float> StrongestOfItems(SampledSheet sampled, float[] ink)
    {
        var strongest = new List<float>();
        foreach (var rows in sampled.Sheet.Layout.Rows)
        {
            var values = rows.Field.Values.Length;
            for (var first = rows.First; first < rows.First + rows.Count; first += values)
            {
                var most = float.MinValue;
                foreach (var value in ink.AsSpan(first, values))
                    most = Math.Max(most, value);
                strongest.Add(most);
            }
        }

        return strongest;
    }
}
