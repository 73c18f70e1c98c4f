using System.Runtime.InteropServices;
using Omr.Engine.Imaging;
using Omr.Engine.Sample;
using Omr.Engine.Template;

namespace Omr.Engine.Classify;

/// <summary>
/// Fifth stage: puts every measurement on the sheet's own scale, from its printed blanks and its pencil. What all
/// bubbles of an item have in common is not a mark either: a thin line through the row, a column printed half a pixel
/// off. It is taken away as far as such things go. And pencil darkens only what print left light: of the same mark a bold
/// letter (B) hides more than a thin one (I), so what a bubble gained is counted on the white of the sheet's usual letter;
/// not in a black-and-white scan, where what flips at the edges of letters is no pencil and does not shrink with them.
/// </summary>
internal sealed class SheetClassifier
{
    // Bubbles of an item from which its common part can be told from its marks,
    private const int EnoughValues = 4;

    // and the share of them that is surely blank even in an item with two marks.
    private const double CommonQuantile = 0.4;

    // Ink. On the real sheets of the open-mcr form whole columns and rows lie off by 0.03; a faint mark has as much.
    private const float MostCommon = 0.03f;

    private readonly Dictionary<FormLayout, (PrintedBlanks Blanks, BubbleSurroundings Around)> _forms = [];
    private readonly CloseLook _look = new();
    private readonly Func<int, PencilShape> _lookAt;
    private readonly Func<int, bool, bool> _mayGoOn;
    private readonly List<(float First, float Second, float Third)> _items = [];
    private float[] _learnt = [];

    public SheetClassifier() => (_lookAt, _mayGoOn) = (_look.At, _look.MayGoOn);

    public ClassifiedSheet Classify(GrayImage page, SampledSheet sampled)
    {
        var layout = sampled.Sheet.Layout;
        if (!_forms.TryGetValue(layout, out var form))
            _forms[layout] = form = (new(layout), new(layout));

        // The reading keeps the ink, so this is the one array that is new for each sheet.
        var ink = new float[layout.Centres.Count];
        var usual = form.Blanks.Measure(sampled.Bubbles, ink);
        for (var i = 0; i < ink.Length; i++)
            ink[i] = (sampled.Bubbles[i].Ink - ink[i]) * (sampled.Sheet.Tone.Bilevel ? 1 : (1 - usual) / (1 - ink[i]));
        foreach (var rows in layout.Rows)
        {
            var values = rows.Field.Values.Length;
            for (var first = rows.First; values >= EnoughValues && first < rows.First + rows.Count; first += values)
                TakeCommon(ink.AsSpan(first, values));
        }

        FindDarkest(layout, sampled.Bubbles, ink);
        if (_learnt.Length < ink.Length)
            _learnt = new float[ink.Length];
        ink.CopyTo(_learnt, 0);
        var thresholds = MarkThresholds.Learn(
            _learnt.AsSpan(0, ink.Length), CollectionsMarshal.AsSpan(_items), sampled.Sheet.Tone.Bilevel);
        var sheet = new ClassifiedSheet(sampled, ImmutableCollectionsMarshal.AsImmutableArray(ink), thresholds, sampled.Sheet.Tone.Bilevel, _lookAt, _mayGoOn);
        _look.Begin(page.Ink, sheet, form.Around);
        return sheet;
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

    // The three darkest bubbles of each item.
    private void FindDarkest(FormLayout layout, BubbleSample[] bubbles, float[] ink)
    {
        _items.Clear();
        foreach (var rows in layout.Rows)
        {
            var values = rows.Field.Values.Length;
            for (var at = rows.First; at < rows.First + rows.Count; at += values)
            {
                float first = float.MinValue, second = 0, third = 0;
                for (var i = at; i < at + values; i++)
                {
                    // What a streak leaves in a bubble is no pencil to learn from.
                    var value = bubbles[i].Streak > 0 ? 0 : ink[i];
                    if (value > first)
                        (first, second, third) = (value, first, second);
                    else if (value > second)
                        (second, third) = (value, second);
                    else if (value > third)
                        third = value;
                }

                _items.Add((first, Math.Max(second, 0), Math.Max(third, 0)));
            }
        }
    }
}
