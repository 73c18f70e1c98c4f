using Omr.Engine.Sample;

namespace Omr.Engine.Classify;

/// <summary>
/// Judges an item by comparing its bubbles with each other. One bubble above the mark threshold and all others below
/// the blank threshold is certain. A second bubble in between is a rubbed-out mark when it has less than a third of the
/// ink of the sure one and of the writer's usual mark, and doubtful otherwise; two sure marks are a double unless one is
/// much weaker or of other origin. A weak bubble alone is a mark when a close look shows a stroke across it (a cross, a
/// tick, a part filled) that ends nearby; it is doubtful otherwise, and in a black-and-white scan, which makes black of an
/// erasure too. Even a dark bubble is doubtful when what darkens it
/// does not fill it and goes on beyond, as writing, folds and streaks do. A bubble that can't be seen makes the item
/// doubtful: nothing is read from what isn't there. So do, in a blank item, a bubble that surpasses all others and pencil
/// beside the bubbles.
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

    // Share of a bubble under a streak beyond which what is left says too little.
    private const float MostStreak = 0.4f;

    // Share of the contrast: paper so much darker than the sheet's is stained.
    private const float StainFrom = 0.2f;

    // Share of the writer's usual mark up to which what lies over a bubble may have darkened it: folds and the
    // edges of stains on `hard` sheets gave 0.5 to 0.6.
    private const float OverlaidShare = 0.6f;

    // Share of the paper just outside a bubble that shows such a thing: two of 32 places are speckles.
    private const float OverlaidFrom = 0.07f;

    // Share from which, in an item that is blank otherwise, somebody may have marked beside the bubble; and from which
    // that is worth a close look: a tick that runs along the outline has 0.2.
    private const float BesideFrom = 0.22f;
    private const float PerhapsBeside = 0.1f;

    // Share of the contrast by which the paper around one bubble is darker than around the others of its item: overfilled
    // faint marks gave 0.09.
    private const float ShadedFrom = 0.04f;

    // Share of the blank threshold by which a bubble of a blank item stands out enough for a close look.
    private const float StandsOut = 0.4f;

    // Share of the paper just outside that is crossed from which it is a scrawl if it does not fill the bubble: the end of
    // a handwritten line in one bubble crossed 0.25 and 0.28, three in four crosses less.
    private const float ScrawlFrom = 0.25f;

    // Share from which it is crossed all around; if lines run on besides, a handwritten line that covers the bubble (it
    // read as a letter of a name) and not a mark that was filled too far.
    private const float AllAround = 0.8f;

    // Share of the writer's usual mark below which a dark bubble that something passes by is looked at in any case: the edge
    // of a damp stain made 0.55 of a light hand's mark, handwriting along a row of bubbles 0.67.
    private const float FullShare = 0.75f;

    // Share of a bubble that is covered when it is filled, however sloppily.
    private const float LeastCover = 0.7f;

    // Share of one of two marked bubbles that must be covered when pencil crosses its edge; a line through two had 0.75.
    private const float CrossedCover = 0.8f;

    // Ink that a stroke across a bubble adds at least; print that a slipping roller displaced looks like one but adds 0.05.
    private const float LeastStrokeInk = 0.08f;

    // Share of the paper just outside a sure mark that is crossed from which a close look tells what crosses it.
    private const float CrossedFrom = 0.05f;

    // Bubbles of an item from which one that surpasses the others says something, and up to which it says much: of the 26
    // letters of a name one is bolder by chance.
    private const int EnoughValues = 4;
    private const int FewValues = 10;

    // Ink of the writer's usual mark below which an answer that looks blank may be one whose mark the scanner lost: on an
    // overexposed grey sheet with 0.12 full marks were gone without a trace.
    private const float LeastPencil = 0.15f;

    // In a black-and-white scan a faint mark is a bolder letter and a few specks, no more than what edges flip by whole
    // pixels. What the bubble has and what it has beyond the next are added, for neither alone tells the two apart: of 19
    // marks read as blank on 832 simulated sheets this finds 14, and 49 of the 1,377 real open-mcr fields become doubtful.
    private const float BilevelBold = 0.043f;

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
        if (GoesOn(sheet, first, count))
            return new(ReadStatus.Doubtful, DoubtReason.Stain, blank);
        if (several)
        {
            return between > 0 ? new(ReadStatus.Doubtful, Cause(ink, bubbles, blank, DoubtReason.Faint), blank)
                : new(marks > 0 ? ReadStatus.Ok : ReadStatus.Blank, DoubtReason.None, mark);
        }

        if (strongest <= blank)
            return JudgeBlank(sheet, first, count, strongest, Math.Max(second, 0));
        if (strongest < mark && second <= blank)
            return JudgeWeak(sheet, first, count, strongest);
        var erased = ErasedShare * Math.Min(strongest, sheet.Thresholds.Pencil);
        if (Overlaid(sheet, first, count, Math.Max(blank, erased)))
            return new(ReadStatus.Doubtful, DoubtReason.Stain, blank);
        if (strongest < mark)
            return new(ReadStatus.Doubtful, Cause(ink, bubbles, blank, DoubtReason.Faint), blank);
        if (second <= blank || second <= erased)
            return new(ReadStatus.Ok, DoubtReason.None, strongest);
        var both = sheet.Bilevel ? BilevelDoubleShare : DoubleShare;
        return sheet.Thresholds.Pencil >= LeastDoublePencil && second >= mark && second >= both * Math.Max(strongest, sheet.Thresholds.Pencil)
            && !Disputed(sheet, first, count, both * strongest)
            ? new(ReadStatus.Multiple, DoubtReason.None, mark)
            : new(ReadStatus.Doubtful, Cause(ink, bubbles, blank, DoubtReason.SecondMark), blank);
    }

    // No bubble has the ink of a mark: is the item blank for sure?
    private static ItemVerdict JudgeBlank(ClassifiedSheet sheet, int first, int count, float strongest, float second)
    {
        var alone = strongest - second > sheet.Thresholds.Lone
            || (sheet.Bilevel && count <= FewValues && (2 * strongest) - second > BilevelBold);
        var lost = count is >= EnoughValues and <= FewValues && sheet.Thresholds.Pencil < LeastPencil;
        if ((count >= EnoughValues && alone) || lost)
            return new(ReadStatus.Doubtful, DoubtReason.Faint, strongest);
        if (count >= EnoughValues && Shaded(sheet.Sampled.Bubbles.AsSpan(first, count)))
            return new(ReadStatus.Doubtful, DoubtReason.Faint, strongest);
        for (var i = first; i < first + count; i++)
        {
            var uneven = sheet.Sampled.Bubbles[i].Uneven;
            if (uneven > BesideFrom)
                return new(ReadStatus.Doubtful, DoubtReason.Outside, float.MaxValue);
            var standsOut = sheet.Ink[i] == strongest && strongest - second > StandsOut * sheet.Thresholds.Blank;
            if (uneven <= PerhapsBeside && !standsOut)
                continue;
            var shape = sheet.Look(i);
            if (shape.IsMoreThanADot)
                return new(ReadStatus.Doubtful, DoubtReason.Faint, sheet.Ink[i]);
            if (shape.IsBeside)
                return new(ReadStatus.Doubtful, DoubtReason.Outside, float.MaxValue);
        }

        return new(ReadStatus.Blank, DoubtReason.None, float.MaxValue);
    }

    // Whether the paper around one bubble is darker than around all others: a faint mark that was filled far beyond its
    // outline looks like paper of that tone.
    private static bool Shaded(ReadOnlySpan<BubbleSample> bubbles)
    {
        float most = float.MinValue, next = float.MinValue;
        foreach (var bubble in bubbles)
            (most, next) = bubble.Stain > most ? (bubble.Stain, most) : (most, Math.Max(next, bubble.Stain));
        return most - next > ShadedFrom;
    }

    // One bubble between blank and mark, the others blank: a stroke across it, or something a person must see?
    private static ItemVerdict JudgeWeak(ClassifiedSheet sheet, int first, int count, float strongest)
    {
        var at = first;
        while (sheet.Ink[at] < strongest)
            at++;
        var shape = sheet.Look(at);
        if (shape.IsStroke && strongest >= LeastStrokeInk && !sheet.Bilevel
            && sheet.Sampled.Bubbles[at].Uneven < ScrawlFrom)
        {
            return new(ReadStatus.Ok, DoubtReason.None, strongest);
        }

        var cause = shape is { Seen: true, GoesOn: false, Stray: < PencilShape.MostStray }
            ? shape.IsPart ? DoubtReason.Partial : DoubtReason.Faint
            : Cause(sheet.Ink.AsSpan(first, count), sheet.Sampled.Bubbles.AsSpan(first, count), sheet.Thresholds.Blank, DoubtReason.Faint);
        return new(ReadStatus.Doubtful, cause, sheet.Thresholds.Blank);
    }

    // Whether what darkens a bubble like a mark does not fill it and runs on beyond, or crosses its edge all around.
    private static bool GoesOn(ClassifiedSheet sheet, int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            var uneven = sheet.Sampled.Bubbles[i].Uneven;
            if (sheet.Ink[i] < sheet.Thresholds.Mark || uneven <= CrossedFrom)
                continue;
            var weak = sheet.Ink[i] < FullShare * sheet.Thresholds.Pencil;
            var perhaps = sheet.MayGoOn(i, uneven >= ScrawlFrom);
            if (!perhaps && !weak)
                continue;
            var shape = sheet.Look(i);
            if (!shape.Seen)
            {
                if (weak && perhaps)
                    return true;
                continue;
            }

            if ((shape.GoesOn && (!shape.IsFilled || uneven >= AllAround)) || (uneven >= ScrawlFrom && shape.Covered < LeastCover))
                return true;
        }

        return false;
    }

    // Whether a weak mark may be no mark but something that lies over the bubble and beyond its edge.
    private static bool Overlaid(ClassifiedSheet sheet, int first, int count, float above)
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

    // Whether two sure marks are not all there is to say: a third that is neither sure nor blank, or ink of other origin
    // (a pen stroke, a stamp) that makes one of them and goes on beyond its bubble.
    private static bool Disputed(ClassifiedSheet sheet, int first, int count, float sure)
    {
        for (var i = first; i < first + count; i++)
        {
            if (sheet.Ink[i] > sheet.Thresholds.Blank && (sheet.Ink[i] < Math.Max(sure, sheet.Thresholds.Mark) || !IsOwn(sheet, i)))
                return true;
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
