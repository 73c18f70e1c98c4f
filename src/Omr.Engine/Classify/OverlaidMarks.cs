namespace Omr.Engine.Classify;

/// <summary>
/// Tells a mark from what lies over bubbles and goes on beyond: handwriting, folds, streaks, the edges of stains, stamps. What
/// is a mark ends near its bubble or fills it.
/// </summary>
internal static class OverlaidMarks
{
    // Share of the writer's usual mark up to which what lies over a bubble may have darkened it: folds and the
    // edges of stains on `hard` sheets gave 0.5 to 0.6.
    private const float OverlaidShare = 0.6f;

    // Share of the paper just outside a bubble that shows such a thing: two of 32 places are speckles.
    public const float OverlaidFrom = 0.07f;

    // Share of the paper just outside that is crossed from which it is a scrawl if it does not fill the bubble: the end of
    // a handwritten line in one bubble crossed 0.25 and 0.28, three in four crosses less.
    public const float ScrawlFrom = 0.25f;

    // Share from which it is crossed all around; if lines run on besides, a handwritten line that covers the bubble (it
    // read as a letter of a name) and not a mark that was filled too far.
    private const float AllAround = 0.8f;

    // Share of the writer's usual mark below which a dark bubble that something passes by is looked at in any case, and is no mark,
    // filled or not, if that runs on: the edge of a damp stain made 0.55 and 0.6 of a light hand's mark, handwriting along a row 0.67.
    private const float FullShare = 0.75f;

    // Share of one of two marked bubbles that must be covered when pencil crosses its edge; a line through two had 0.75.
    private const float CrossedCover = 0.8f;

    // Share of the blank threshold from which a bubble beside two marks is looked at: where every bubble of a light hand was
    // filled, no print could be learnt, and a third of a bubble filled kept 0.97 of that threshold.
    private const float StandsOut = 0.5f;

    // Dark bubbles of an item from which every other is looked at: whoever filled so many may have filled one more, and where all
    // are filled, print isn't learnt from blank ones; such a mark was left with 0.005 of ink.
    private const int ManyMarks = 3;

    // Share of the contrast by which the paper around a bubble is darker than around others of its item when a stain covers some of
    // them, or the bubble is filled far beyond its outline: what the sampler allows at most, but for rounding.
    private const float StainedFrom = 0.09f;

    // Share of the paper just outside a sure mark that is crossed from which a close look tells what crosses it.
    private const float CrossedFrom = 0.05f;

    /// <summary>
    /// Whether what darkens a bubble like a mark runs on beyond and does not fill it, or does so only palely, or crosses its edge
    /// all around.
    /// </summary>
    public static bool GoesOn(ClassifiedSheet sheet, int first, int count)
    {
        var lightest = float.MaxValue;
        foreach (var bubble in sheet.Sampled.Bubbles.AsSpan(first, count))
            lightest = Math.Min(lightest, bubble.Stain);
        for (var i = first; i < first + count; i++)
        {
            var (uneven, stained) = (sheet.Sampled.Bubbles[i].Uneven, sheet.Sampled.Bubbles[i].Stain > lightest + StainedFrom);
            var (crossed, weak) = (uneven > CrossedFrom, sheet.Ink[i] < FullShare * sheet.Thresholds.Pencil);
            if (sheet.Ink[i] < sheet.Thresholds.Mark || !(crossed || (weak && stained)))
                continue;
            var perhaps = sheet.MayGoOn(i, uneven >= ScrawlFrom);
            if (!perhaps && !weak)
                continue;
            var shape = sheet.Look(i);
            var goesOn = shape.Seen
                ? (shape.GoesOn && (!shape.IsFilled || uneven >= AllAround || weak)) || shape.ComesFromElsewhere(uneven)
                : crossed && weak && perhaps;
            if (goesOn)
                return true;
        }

        return false;
    }

    /// <summary>Whether a weak mark may be no mark but something that lies over the bubble and beyond its edge.</summary>
    public static bool Overlaid(ClassifiedSheet sheet, int first, int count, float above)
    {
        for (var i = first; i < first + count; i++)
        {
            if (sheet.Ink[i] > above && sheet.Ink[i] < OverlaidShare * sheet.Thresholds.Pencil
                && sheet.Sampled.Bubbles[i].Uneven > OverlaidFrom && !sheet.Look(i).IsStroke)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether two sure marks are not all there is to say: a third that is neither sure nor plainly blank, or ink of other origin
    /// (a pen stroke, a stamp) that makes one of them and goes on beyond its bubble.
    /// </summary>
    public static bool Disputed(ClassifiedSheet sheet, int first, int count, float sure)
    {
        var marks = 0;
        foreach (var ink in sheet.Ink.AsSpan(first, count))
            marks += ink > sheet.Thresholds.Blank ? 1 : 0;
        var looked = marks < ManyMarks ? StandsOut * sheet.Thresholds.Blank : float.MinValue;
        for (var i = first; i < first + count; i++)
        {
            if (sheet.Ink[i] > sheet.Thresholds.Blank)
            {
                if (sheet.Ink[i] < Math.Max(sure, sheet.Thresholds.Mark) || !IsOwn(sheet, i))
                    return true;
            }
            else if (sheet.Ink[i] > looked && sheet.Look(i) is { Seen: false } or { IsMoreThanADot: true })
            {
                return true;
            }
        }

        return false;
    }

    // A line through two bubbles would be taken for the mark of each, so what crosses the edge must fill its bubble.
    private static bool IsOwn(ClassifiedSheet sheet, int bubble)
    {
        var crossed = sheet.Sampled.Bubbles[bubble].Uneven > OverlaidFrom;
        return sheet.Look(bubble) is { Seen: true } shape
            ? shape.IsOwn && (!crossed || shape.Covered >= CrossedCover)
            : !crossed;
    }
}
