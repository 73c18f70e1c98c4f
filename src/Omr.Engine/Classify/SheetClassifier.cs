using System.Runtime.InteropServices;
using Omr.Engine.Sample;

namespace Omr.Engine.Classify;

/// <summary>
/// Fifth stage: puts every measurement on the sheet's own scale, from its printed blanks and its pencil. What all
/// bubbles of an item have in common is not a mark either: a thin line through the row, a column printed half a pixel
/// off. It is taken away as far as such things go.
/// </summary>
internal static class SheetClassifier
{
    // Bubbles of an item from which its common part can be told from its marks,
    private const int EnoughValues = 4;

    // and the share of them that is surely blank even in an item with two marks.
    private const double CommonQuantile = 0.4;

    // Ink. On the real sheets of the open-mcr form whole columns and rows lie off by 0.03; a faint mark has as much.
    private const float MostCommon = 0.03f;

    public static ClassifiedSheet Classify(SampledSheet sampled)
    {
        var ink = PrintedBlanks.Measure(sampled);
        for (var i = 0; i < ink.Length; i++)
            ink[i] = sampled.Bubbles[i].Ink - ink[i];
        foreach (var rows in sampled.Sheet.Layout.Rows)
        {
            var values = rows.Field.Values.Length;
            for (var first = rows.First; values >= EnoughValues && first < rows.First + rows.Count; first += values)
                TakeCommon(ink.AsSpan(first, values));
        }

        return new(
            sampled,
            ImmutableCollectionsMarshal.AsImmutableArray(ink),
            MarkThresholds.Learn(ink, DarkestOfItems(sampled, ink), sampled.Sheet.Tone.Bilevel));
    }

    private static void TakeCommon(Span<float> item)
    {
        Span<float> sorted = stackalloc float[item.Length];
        item.CopyTo(sorted);
        sorted.Sort();
        var common = Math.Clamp(sorted[(int)((item.Length - 1) * CommonQuantile)], -MostCommon, MostCommon);
        foreach (ref var value in item)
            value -= common;
    }

    private static List<(float First, float Second)> DarkestOfItems(SampledSheet sampled, float[] ink)
    {
        var items = new List<(float First, float Second)>();
        foreach (var rows in sampled.Sheet.Layout.Rows)
        {
            var values = rows.Field.Values.Length;
            for (var at = rows.First; at < rows.First + rows.Count; at += values)
            {
                float first = float.MinValue, second = 0;
                foreach (var value in ink.AsSpan(at, values))
                {
                    if (value > first)
                        (first, second) = (value, first);
                    else if (value > second)
                        second = value;
                }

                items.Add((first, Math.Max(second, 0)));
            }
        }

        return items;
    }
}
