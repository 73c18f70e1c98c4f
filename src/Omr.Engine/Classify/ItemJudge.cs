using Omr.Engine.Sample;

namespace Omr.Engine.Classify;


/// <summary>
/// Judges an item by comparing its bubbles with each other. One bubble above the mark threshold and all others below
/// the blank threshold is certain. A second bubble in between is a rubbed-out mark when it has less than a third of the
/// ink of the sure one and of the writer's usual mark, and doubtful otherwise; two sure marks are a double unless one is
/// much weaker. A bubble that can't
/// be seen, for a streak or because its outline is gone, makes the item doubtful: nothing is read from what isn't there.
/// </summary>
internal static class ItemJudge
{
    // Share of the strongest mark's ink, and of the writer's usual one, below which a second one is what an eraser left.
    // Simulated: 92 in 100 rubbed-out marks keep less, a mark that is meant has 0.45 and more.
    private const float ErasedShare = 0.31f;

    // Share from which two marks are both meant. In between one of them may be a half-erased mark.
    private const float DoubleShare = 0.55f;

    // An outline that shows less than this share of the usual one is covered, torn off or folded away.
    private const float LeastPlace = 0.25f;

    // Share of a bubble under a streak beyond which what is left says too little.
    private const float MostStreak = 0.4f;

    // Share of the contrast: paper so much darker than the sheet's is stained.
    private const float StainFrom = 0.2f;

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

        if (strongest <= blank)
            return new(ReadStatus.Blank, DoubtReason.None, float.MaxValue);
        if (strongest < mark)
            return new(ReadStatus.Doubtful, Cause(ink, bubbles, blank, DoubtReason.Faint), blank);
        var erased = ErasedShare * Math.Min(strongest, sheet.Thresholds.Pencil);
        if (second <= blank || second <= erased)
            return new(ReadStatus.Ok, DoubtReason.None, strongest);
        return second >= mark && second >= DoubleShare * strongest && !Weaker(ink, mark, strongest, Math.Max(blank, erased))
            ? new(ReadStatus.Multiple, DoubtReason.None, mark)
            : new(ReadStatus.Doubtful, Cause(ink, bubbles, blank, DoubtReason.SecondMark), blank);
    }

    // Whether, besides two sure marks, there is a third that is neither sure nor what an eraser left.
    private static bool Weaker(ReadOnlySpan<float> ink, float mark, float strongest, float erased)
    {
        foreach (var value in ink)
        {
            var sure = value >= mark && value >= DoubleShare * strongest;
            if (!sure && value > erased)
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
            if (bubbles[i].Stain > StainFrom)
                return DoubtReason.Stain;
        }

        return otherwise;
    }
}
