using Omr.Engine.Sample;
using Omr.Engine.Template;

namespace Omr.Engine.Classify;

/// <summary>
/// How dark each bubble is when nobody wrote in it: the letter printed inside carries ink of its own, more for an M
/// than for an I, and more on a sheet with heavy toner. Learnt on the sheet itself from the bubbles that show the same
/// letter in the same block, most of which are blank: the ink below which a third of them lie. So that a letter which
/// everybody marked is not taken for blank, no letter may be much darker than the sheet's usual letter, nor darker than
/// any print can be. And so that a letter which an eraser took from many bubbles is not taken for a mark where it still
/// stands, bubbles that are too light for any letter don't count where there are many.
/// </summary>
internal sealed class PrintedBlanks
{
    private const double Quantile = 0.3;

    // Ink. Letters of one typeface differ by 0.03 to 0.06 (I against M at 6 points).
    private const float MostAboveUsual = 0.07f;

    // Share of the sheet's usual letter; the lightest, an I, has some 0.56. A Q rubbed from a third of its bubbles had 0.2;
    // with a share of 0.6 faint marks on light letters were lost.
    private const float LeastOfUsual = 0.5f;

    // Ink of the heaviest letter with the heaviest toner: a W that fills a bubble of 3 mm has 0.26 (open-mcr form).
    private const float MostLabelled = 0.3f;

    // Ink of an empty outline: its blur and the grain of the paper.
    private const float MostUnlabelled = 0.06f;

    // Bubbles of a letter in its own block from which its blank can be told; below, all small blocks' same letters count.
    private const int EnoughItems = 6;

    // Outline that a bubble must show, against the sheet's usual, to count: an eraser that took the outline took of the
    // letter too.
    private const float LeastPlace = 0.7f;

    private readonly (int[] Bubbles, float LeastOfUsual, float Most)[] _letters;
    private readonly float[] _levels;
    private readonly float[] _inks;

    /// <summary>Gathers a form's bubbles by the letter that they show.</summary>
    public PrintedBlanks(FormLayout layout)
    {
        _letters =
        [
            .. layout.Rows
                .SelectMany(rows => rows.Field.Values.Select((value, i) => (rows, value, i)))
                .GroupBy(g => Key(g.rows, g.value))
                .Select(group => (
                    group.SelectMany(g => Bubbles(g.rows, g.i)).ToArray(),
                    group.First().rows.Field.Bubble.Labelled ? LeastOfUsual : 0,
                    group.First().rows.Field.Bubble.Labelled ? MostLabelled : MostUnlabelled)),
        ];
        _levels = new float[2 * _letters.Length];
        _inks = new float[layout.Centres.Count];
    }

    /// <summary>
    /// Writes the ink of each bubble's printed blank, in the order of the layout; returns that of the sheet's usual letter.
    /// </summary>
    public float Measure(ReadOnlySpan<BubbleSample> samples, Span<float> blanks)
    {
        var levels = _levels.AsSpan(0, _letters.Length);
        for (var i = 0; i < levels.Length; i++)
            levels[i] = Level(samples, _letters[i].Bubbles, float.MinValue);
        var ordered = _levels.AsSpan(levels.Length);
        levels.CopyTo(ordered);
        var usual = Math.Max(OrderStatistic.Select(ordered, ordered.Length / 2), 0);
        for (var i = 0; i < levels.Length; i++)
        {
            var (bubbles, least, most) = _letters[i];
            if (levels[i] < least * usual)
                levels[i] = Level(samples, bubbles, least * usual);
            var blank = Math.Clamp(levels[i], Math.Min(most, least * usual), Math.Min(most, usual + MostAboveUsual));
            foreach (var bubble in bubbles)
                blanks[bubble] = blank;
        }

        return usual;
    }

    private static (Bubble Bubble, string Value, BubbleBlock? Block) Key(BubbleRows rows, string value) =>
        !rows.Field.Bubble.Labelled ? (rows.Field.Bubble, "", null)
        : rows.Block.Items >= EnoughItems ? (rows.Field.Bubble, value, rows.Block)
        : (rows.Field.Bubble, value, null);

    private static IEnumerable<int> Bubbles(BubbleRows rows, int value)
    {
        for (var item = 0; item < rows.Block.Items; item++)
            yield return rows.First + (item * rows.Field.Values.Length) + value;
    }

    // Of the bubbles with at least so much ink.
    private float Level(ReadOnlySpan<BubbleSample> samples, int[] bubbles, float least)
    {
        var whole = 0;
        foreach (var bubble in bubbles)
        {
            if (samples[bubble].Place >= LeastPlace && samples[bubble].Ink >= least)
                _inks[whole++] = samples[bubble].Ink;
        }

        // Where hardly one is whole, on a sheet of poor print or of the letter's own lightness, all count.
        if (whole < bubbles.Length / 2)
        {
            whole = 0;
            foreach (var bubble in bubbles)
                _inks[whole++] = samples[bubble].Ink;
        }

        return OrderStatistic.Select(_inks.AsSpan(0, whole), (int)(whole * Quantile));
    }
}
