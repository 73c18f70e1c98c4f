using Omr.Engine.Sample;

namespace Omr.Engine.Classify;

/// <summary>
/// Judges an item by comparing its bubbles with each other. One bubble above the mark threshold and all others below
/// the blank threshold is certain. A second bubble in between is a rubbed-out mark when it has less than a third of the
/// ink of the sure one and of the writer's usual mark, and doubtful otherwise; two sure marks are a double unless one is
/// much weaker or of other origin. A weak bubble alone is a mark when a close look shows a stroke across it (a cross, a
/// tick, a part filled) that ends nearby; it is doubtful otherwise, and in a black-and-white scan, which makes black of an
/// erasure too. Even a dark bubble is doubtful when it is one of the <see cref="OverlaidMarks"/>. A bubble that can't be seen
/// makes the item doubtful, and so does a weak mark where print lies beside its place: nothing is read from what isn't
/// there. An item without a mark is the <see cref="BlankJudge"/>'s.
/// </summary>
internal static class ItemJudge
{
    // Share of the strongest mark's ink, and of the writer's usual one, below which a second one is what an eraser left.
    // Simulated: 92 in 100 rubbed-out marks keep less, a mark that is meant has 0.45 and more.
    private const float ErasedShare = 0.31f;

    // Share of the strongest mark's ink, and of the writer's usual one, from which two marks are both meant. In between
    // one of them may be half erased: badly rubbed marks of the `hard` profile keep 0.61.
    private const float DoubleShare = 0.62f;

    // The same in a black-and-white scan, which makes an erasure black in part: with a high threshold up to 0.82 was left.
    private const float BilevelDoubleShare = 0.88f;

    // Ink of the writer's usual mark below which a third mark may hide among the blanks of a double: with 0.17, where all
    // bubbles of all answers were filled, two of four did.
    private const float LeastDoublePencil = 0.2f;

    // An outline that shows less than this share of the usual one is covered, torn off or folded away.
    private const float LeastPlace = 0.25f;

    // An outline that shows less than this stands beside its place, and so does what is printed inside: where a roller skipped
    // some 0.4 mm within a row it showed 0.57 to 0.62, and of 481 weak marks read on 1,000 `normal` sheets none showed less than 0.78.
    private const float WholePlace = 0.7f;

    // Ink that such an outline brings into a bubble at most, two arcs of 3 mm that are 0.2 mm wide; one arc brought 0.08 and
    // looked like a stroke.
    private const float OutlineInk = 0.16f;

    // Share of a bubble under a streak beyond which what is left says too little.
    private const float MostStreak = 0.4f;

    // Share of the contrast: paper so much darker than the sheet's is stained.
    private const float StainFrom = 0.2f;

    // Ink that a stroke across a bubble adds at least; print that a slipping roller displaced looks like one but adds 0.05, where
    // it adds more its outline tells.
    private const float LeastStrokeInk = 0.08f;

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

        if (Unseen(ink, bubbles, mark, Math.Max(several ? mark : strongest, float.BitIncrement(blank))) is { } unseen)
            return new(ReadStatus.Doubtful, unseen, blank);
        if (OverlaidMarks.GoesOn(sheet, first, count))
            return new(ReadStatus.Doubtful, DoubtReason.Stain, blank);
        if (several)
        {
            return between > 0 ? new(ReadStatus.Doubtful, Cause(ink, bubbles, blank, DoubtReason.Faint), blank)
                : new(marks > 0 ? ReadStatus.Ok : ReadStatus.Blank, DoubtReason.None, mark);
        }

        if (strongest <= blank)
            return BlankJudge.Judge(sheet, first, count, strongest, Math.Max(second, 0));
        if (strongest < mark && second <= blank)
            return JudgeWeak(sheet, first, count, strongest);
        var erased = ErasedShare * Math.Min(strongest, sheet.Thresholds.Pencil);
        if (OverlaidMarks.Overlaid(sheet, first, count, Math.Max(blank, erased)))
            return new(ReadStatus.Doubtful, DoubtReason.Stain, blank);
        if (strongest < mark)
            return new(ReadStatus.Doubtful, Cause(ink, bubbles, blank, DoubtReason.Faint), blank);
        if (second <= blank || second <= erased)
            return new(ReadStatus.Ok, DoubtReason.None, strongest);
        var both = sheet.Bilevel ? BilevelDoubleShare : DoubleShare;
        return sheet.Thresholds.Pencil >= LeastDoublePencil && second >= mark && second >= both * Math.Max(strongest, sheet.Thresholds.Pencil)
            && !OverlaidMarks.Disputed(sheet, first, count, both * strongest)
            ? new(ReadStatus.Multiple, DoubtReason.None, mark)
            : new(ReadStatus.Doubtful, Cause(ink, bubbles, blank, DoubtReason.SecondMark), blank);
    }

    // One bubble between blank and mark, the others blank: a stroke across it, or something a person must see?
    private static ItemVerdict JudgeWeak(ClassifiedSheet sheet, int first, int count, float strongest)
    {
        var at = first;
        while (sheet.Ink[at] < strongest)
            at++;
        var (shape, uneven) = (sheet.Look(at), sheet.Sampled.Bubbles[at].Uneven);
        if (shape.IsStroke && strongest >= LeastStrokeInk && !sheet.Bilevel && !shape.ComesFromElsewhere(uneven)
            && (uneven < OverlaidMarks.ScrawlFrom || !shape.LiesBeside))
        {
            return new(ReadStatus.Ok, DoubtReason.None, strongest);
        }

        var cause = shape is { Seen: true, GoesOn: false, Stray: < PencilShape.MostStray }
            ? shape.IsPart ? DoubtReason.Partial : DoubtReason.Faint
            : Cause(sheet.Ink.AsSpan(first, count), sheet.Sampled.Bubbles.AsSpan(first, count), sheet.Thresholds.Blank, DoubtReason.Faint);
        return new(ReadStatus.Doubtful, cause, sheet.Thresholds.Blank);
    }

    // Whether a bubble can't be seen, or what seems to be a mark (ink from so much on) may be print beside its place.
    private static DoubtReason? Unseen(ReadOnlySpan<float> ink, ReadOnlySpan<BubbleSample> bubbles, float mark, float marked)
    {
        for (var i = 0; i < bubbles.Length; i++)
        {
            if (bubbles[i].Streak > MostStreak)
                return DoubtReason.Streak;
            if (bubbles[i].Place < LeastPlace && ink[i] < mark)
                return DoubtReason.Hidden;
            if (ink[i] >= marked && ink[i] < OutlineInk && bubbles[i].Place < WholePlace)
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
            if (bubbles[i].Stain > StainFrom || bubbles[i].Uneven > OverlaidMarks.OverlaidFrom)
                return DoubtReason.Stain;
        }

        return otherwise;
    }
}
