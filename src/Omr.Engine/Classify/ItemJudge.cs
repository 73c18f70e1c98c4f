using Omr.Engine.Sample;

namespace Omr.Engine.Classify;

/// <summary>
/// Judges an item by comparing its bubbles with each other. One bubble above the mark threshold and all others below
/// the blank threshold is certain. A second bubble in between is a rubbed-out mark when it has less than a third of the
/// ink of the sure one and of the writer's usual mark, and doubtful otherwise; two sure marks are a double unless one is
/// much weaker or of other origin. A bubble that can't be seen, for a streak or because its outline is gone, makes the
/// item doubtful: nothing is read from what isn't there. So does a bubble that surpasses all others of a blank item, a
/// weak mark that goes on beyond its bubble's edge, as a fold or a stain does, and pencil beside the bubbles of a blank
/// item.
/// </summary>
internal static class ItemJudge
{
    // Share of the strongest mark's ink, and of the writer's usual one, below which a second one is what an eraser left.
    // Simulated: 92 in 100 rubbed-out marks keep less, a mark that is meant has 0.45 and more.
    private const float ErasedShare = 0.31f;

    // Share of the strongest mark's ink, and of the writer's usual one, from which two marks are both meant. In between
    // one of them may be half erased: badly rubbed marks of the `hard` profile keep 0.61.
    private const float DoubleShare = 0.62f;

    // An outline that shows less than this share of the usual one is covered, torn off or folded away.
    private const float LeastPlace = 0.25f;

    // Share of a bubble under a streak beyond which what is left says too little.
    private const float MostStreak = 0.4f;

    // Share of the contrast: paper so much darker than the sheet's is stained.
    private const float StainFrom = 0.2f;

    // Share of the writer's usual mark up to which what lies over a bubble may have darkened it: folds and the
    // edges of stains on `hard` sheets gave 0.5 to 0.6.
    private const float OverlaidShare = 0.6f;

    // Share of the paper just outside a bubble that shows such a thing: two of 32 places are speckles.
    private const float OverlaidFrom = 0.07f;

    // Share from which, in an item that is blank otherwise, somebody may have marked beside the bubble.
    private const float BesideFrom = 0.22f;

    // Bubbles of an item from which one that surpasses the others says something.
    private const int EnoughValues = 4;

    public static ItemVerdict Judge(ClassifiedSheet sheet, int first, int count, bool several)
    {
        var ink = sheet.Ink.AsSpan(first, count);
        var bubbles = sheet.Sampled.Bubbles.AsSpan(first, count);
        var (blank, mark) = (sheet.Thresholds.Blank, sheet.Thresholds.Mark);
        float strongest = float.MinValue, second = float.MinValue;
        int marks = 0, between = 0;
        foreach (var value in ink)
        {
            if (value > strongest)
                (second, strongest) = (strongest, value);
            else if (value > second)
                second = value;
            if (value >= mark)
                marks++;
            else if (value > blank)
                between++;
        }

        if (Unseen(ink, bubbles, mark) is { } unseen)
            return new(ReadStatus.Doubtful, unseen, blank);
        if (several)
        {
            return between > 0 ? new(ReadStatus.Doubtful, Cause(ink, bubbles, blank, DoubtReason.Faint), blank)
                : new(marks > 0 ? ReadStatus.Ok : ReadStatus.Blank, DoubtReason.None, mark);
        }

        var erased = ErasedShare * Math.Min(strongest, sheet.Thresholds.Pencil);
        if (Overlaid(ink, bubbles, Math.Max(blank, erased), OverlaidShare * sheet.Thresholds.Pencil))
            return new(ReadStatus.Doubtful, DoubtReason.Stain, blank);
        if (strongest <= blank)
        {
            return count >= EnoughValues && strongest - Math.Max(second, 0) > sheet.Thresholds.Lone
                ? new(ReadStatus.Doubtful, DoubtReason.Faint, strongest)
                : Beside(bubbles) ? new(ReadStatus.Doubtful, DoubtReason.Outside, float.MaxValue)
                : new(ReadStatus.Blank, DoubtReason.None, float.MaxValue);
        }

        if (strongest < mark)
            return new(ReadStatus.Doubtful, Cause(ink, bubbles, blank, DoubtReason.Faint), blank);
        if (second <= blank || second <= erased)
            return new(ReadStatus.Ok, DoubtReason.None, strongest);
        return second >= mark && second >= DoubleShare * Math.Max(strongest, sheet.Thresholds.Pencil)
            && !Disputed(ink, bubbles, DoubleShare * strongest, blank)
            ? new(ReadStatus.Multiple, DoubtReason.None, mark)
            : new(ReadStatus.Doubtful, Cause(ink, bubbles, blank, DoubtReason.SecondMark), blank);
    }

    private static bool Beside(ReadOnlySpan<BubbleSample> bubbles)
    {
        foreach (var bubble in bubbles)
        {
            if (bubble.Uneven > BesideFrom)
                return true;
        }

        return false;
    }

    // Whether a weak mark may be no mark but something that lies over the bubble and beyond its edge.
    private static bool Overlaid(ReadOnlySpan<float> ink, ReadOnlySpan<BubbleSample> bubbles, float above, float below)
    {
        for (var i = 0; i < bubbles.Length; i++)
        {
            if (ink[i] > above && ink[i] < below && bubbles[i].Uneven > OverlaidFrom)
                return true;
        }

        return false;
    }

    // Whether two sure marks are not all there is to say: a third that is neither sure nor blank, or ink of other origin
    // (a pen stroke, a stamp) that makes one of them and goes on beyond its bubble.
    private static bool Disputed(ReadOnlySpan<float> ink, ReadOnlySpan<BubbleSample> bubbles, float sure, float blank)
    {
        for (var i = 0; i < bubbles.Length; i++)
        {
            if (ink[i] > blank && (ink[i] < sure || bubbles[i].Uneven > OverlaidFrom))
                return true;
        }

        return false;
    }

    private static DoubtReason? Unseen(ReadOnlySpan<float> ink, ReadOnlySpan<BubbleSample> bubbles, float mark)
    {
        for (var i = 0; i < bubbles.Length; i++)
        {
            if (bubbles[i].Streak > MostStreak)
                return DoubtReason.Streak;
            if (bubbles[i].Place < LeastPlace && ink[i] < mark)
                return DoubtReason.Hidden;
        }

        return null;
    }

    private static DoubtReason Cause(
        ReadOnlySpan<float> ink, ReadOnlySpan<BubbleSample> bubbles, float blank, DoubtReason otherwise)
    {
        for (var i = 0; i < bubbles.Length; i++)
        {
            if (ink[i] <= blank)
                continue;
            if (bubbles[i].Streak > 0)
                return DoubtReason.Streak;
            if (bubbles[i].Stain > StainFrom || bubbles[i].Uneven > OverlaidFrom)
                return DoubtReason.Stain;
        }

        return otherwise;
    }
}
