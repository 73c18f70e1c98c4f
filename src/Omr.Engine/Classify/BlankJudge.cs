using Omr.Engine.Sample;

namespace Omr.Engine.Classify;

/// <summary>
/// Says whether an item in which no bubble has the ink of a mark is blank for sure. It is doubtful when one bubble surpasses
/// all others or stands on darker paper than they do, when a close look shows pencil in one or beside it, and when the
/// scanner lost so much of the writer's other marks that it may have lost this one.
/// </summary>
internal static class BlankJudge
{
    // Share from which, in an item that is blank otherwise, somebody may have marked beside the bubble; and from which
    // that is worth a close look: a tick that runs along the outline has 0.2.
    private const float BesideFrom = 0.22f;
    private const float PerhapsBeside = 0.1f;

    // Share of the contrast by which the paper around one bubble is darker than around the others of its item: overfilled
    // faint marks gave 0.09.
    private const float ShadedFrom = 0.04f;

    // Share of the blank threshold by which a bubble of a blank item stands out enough for a close look.
    private const float StandsOut = 0.4f;

    // Bubbles of an item from which one that surpasses the others says something, and up to which it says much: of the 26
    // letters of a name one is bolder by chance.
    private const int EnoughValues = 4;
    private const int FewValues = 10;

    // Ink of the writer's usual mark below which an answer that looks blank may be one whose mark the scanner lost: on an
    // overexposed grey sheet with 0.095 full marks were gone without a trace.
    private const float LeastPencil = 0.15f;

    // In a black-and-white scan a faint mark is a bolder letter and a few specks, no more than what edges flip by whole
    // pixels. What the bubble has and what it has beyond the next are added, for neither alone tells the two apart: of 19
    // marks read as blank on 832 simulated sheets this finds 12, and 49 of the 1,377 real open-mcr fields become doubtful.
    private const float BilevelBold = 0.043f;

    public static ItemVerdict Judge(ClassifiedSheet sheet, int first, int count, float strongest, float second)
    {
        var alone = strongest - second > sheet.Thresholds.Lone
            || (sheet.Bilevel && count <= FewValues && (2 * strongest) - second > BilevelBold);
        var lost = count <= FewValues && sheet.Thresholds.Pencil < LeastPencil;
        if (count >= EnoughValues && (alone || lost || Shaded(sheet.Sampled.Bubbles.AsSpan(first, count))))
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
}
