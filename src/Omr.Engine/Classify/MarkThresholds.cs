namespace Omr.Engine.Classify;

/// <summary>
/// The thresholds of a sheet and the doubtful band between them, on the scale of the sheet's own noise and of its
/// writer's own pencil: what is blank is told by how little blank bubbles differ from each other, what is a mark by what
/// this writer's marks are like. A soft 2B gives 0.5 to 0.8 of print black over the whole bubble, a light hand 0.1.
/// </summary>
/// <param name="Blank">Ink up to which a bubble is surely blank.</param>
/// <param name="Mark">Ink from which it is surely marked.</param>
/// <param name="Pencil">Ink of this writer's usual mark.</param>
/// <param name="Lone">Ink by which one bubble of an item may surpass all others before the item is no longer surely blank.</param>
internal readonly record struct MarkThresholds(float Blank, float Mark, float Pencil, float Lone)
{
    // How far the lightest hundredth of all bubbles lies below the usual blank one: marks only ever darken, so the light
    // side shows the noise alone, with the long tail that a 1-bit scan gives it where letters' edges flip whole pixels.
    private const double LightTail = 0.01;

    // The dark side's limit in those units; for even noise this is five standard deviations.
    private const float NoiseShare = 2.2f;

    // Share of the writer's usual mark. Erasers of the `normal` profile leave up to 0.38 of it, of `hard` up to 0.6;
    // of 31,249 full marks on 240 `normal` sheets 11 are doubted.
    private const float MarkShare = 0.52f;

    // Bounds, so that neither a faint writer nor a sheet of felt pen can move them where they don't belong.
    private const float LowestBlank = 0.03f;

    // In a 1-bit scan the edges of a letter flip whole pixels: blank bubbles of the open-mcr sheets reach 0.053.
    private const float LowestBilevelBlank = 0.06f;
    private const float HighestBlank = 0.11f;
    private const float LowestMark = 0.06f;
    private const float HighestMark = 0.34f;

    // The same for a black-and-white scan, whose marks are black all over and whose badly rubbed ones are black in part: with
    // the threshold at nine tenths of the paper 0.42 was left, of 0.77.
    private const float BilevelShare = 0.55f;
    private const float HighestBilevelMark = 0.43f;

    // A sheet with fewer marks says too little of its pencil; then marks must be those of a usual 2B.
    private const int EnoughMarks = 5;
    private const float UsualPencil = 0.5f;

    // Pencil so weak is learnt only where this share of the items has it; on a blank sheet a streak made five such.
    private const float WeakPencil = 0.15f;
    private const float EnoughShare = 0.15f;

    // Ink of the usual mark below which a black-and-white scan has lost too much: with 0.1 full marks were gone, with 0.27
    // some kept 0.04. The real open-mcr sheets have 0.37 and more.
    private const float ThinScan = 0.3f;

    // How far one bubble of an unmarked item may stand out from the next is learnt: of all items the share that stands out
    // less, and a margin. A grey scan has a limit from its noise as well, where one bubble alone above all others is what is
    // left of a faint mark; where the scanner clipped all noise away, faint marks kept 0.012. On a sheet that slipped in the
    // feeder noise is high all over and hid a faint mark of 0.052; there the items themselves say more.
    private const double QuietItems = 0.96;
    private const float LoneShare = 0.75f;
    private const float LowestLone = 0.009f;
    private const float GreyMargin = 1.28f;
    private const float LowestLearntLone = 0.025f;

    // Where a light hand's usual mark has little ink, a weak one of its marks has less than that: a third of a bubble filled
    // stood out by 0.09 of the usual mark's 0.22. But no less than quiet items of the sheet do.
    private const float LightLone = 0.09f;
    private const float QuietMargin = 1.1f;

    // In a black-and-white scan the edges of letters flip whole pixels, on some forms and scanners more than on others: of
    // the blank items of most simulated sheets nine in ten stand out by 0.02 at most, with a limit of 0.02 as many as 30 of
    // the 1,377 open-mcr fields were doubtful. A margin of 1.3 made 20 of those fields doubtful, 1.6 made 9.
    private const float BilevelMargin = 1.6f;
    private const float LowestBilevelLone = 0.012f;
    private const float HighestBilevelLone = 0.032f;

    // Where so many items have one bubble that stands out from its neighbours by more than half of what noise does, and
    // yet lies below the blank threshold, it is not noise but a very light hand on a noisy scan (a share of all items).
    private const double LightHand = 0.06;
    private const float StandsOut = 0.55f;

    /// <summary>Learns the thresholds of a sheet.</summary>
    /// <param name="ink">Ink of all bubbles above their printed blanks, most of them blank; it is changed.</param>
    /// <param name="items">Ink of the three darkest bubbles of each item.</param>
    /// <param name="bilevel">Whether the scan is black and white only.</param>
    public static MarkThresholds Learn(Span<float> ink, ReadOnlySpan<(float First, float Second, float Third)> items, bool bilevel)
    {
        var usual = OrderStatistic.Select(ink, ink.Length / 2);
        var noise = usual - OrderStatistic.Select(ink[..((ink.Length / 2) + 1)], (int)(ink.Length * LightTail));
        var blank = Math.Clamp(NoiseShare * noise, bilevel ? LowestBilevelBlank : LowestBlank, HighestBlank);
        var light = 0;
        foreach (var (first, second, _) in items)
            light += first <= blank && first - second > StandsOut * blank ? 1 : 0;
        if (light > LightHand * items.Length)
            blank *= StandsOut;

        // The inks are not needed any more, and there are fewer items than bubbles.
        var marks = 0;
        foreach (var (first, _, _) in items)
        {
            if (first > blank)
                ink[marks++] = first;
        }

        var pencil = marks >= EnoughMarks ? OrderStatistic.Select(ink[..marks], marks / 2) : UsualPencil;
        if (pencil < WeakPencil && marks < EnoughShare * items.Length)
            pencil = UsualPencil;
        var mark = Math.Clamp(
            (bilevel ? BilevelShare : MarkShare) * pencil, Math.Max(LowestMark, 1.5f * blank), bilevel ? HighestBilevelMark : HighestMark);
        var quiet = QuietLone(ink, items, blank);
        var lone = bilevel ? Math.Clamp(BilevelMargin * quiet, LowestBilevelLone, HighestBilevelLone) : Math.Min(GreyLone(noise, blank, quiet), Math.Max(LightLone * pencil, QuietMargin * quiet));
        return new(blank, mark, pencil, lone);
    }

    /// <summary>Whether a black-and-white scan has so little of the usual mark that weaker ones may be lost.</summary>
    public bool IsThin => Pencil < ThinScan;

    private static float GreyLone(float noise, float blank, float quiet) => Math.Min(
        Math.Clamp(LoneShare * NoiseShare * noise, LowestLone, LoneShare * blank), Math.Max(GreyMargin * quiet, LowestLearntLone));

    // Of each item what is above its mark, or above its blanks if it has none.
    private static float QuietLone(Span<float> gaps, ReadOnlySpan<(float First, float Second, float Third)> items, float blank)
    {
        var count = 0;
        foreach (var (first, second, third) in items)
        {
            if (second <= blank)
                gaps[count++] = first <= blank ? first - second : second - third;
        }

        return count > 0 ? OrderStatistic.Select(gaps[..count], (int)(QuietItems * (count - 1))) : HighestBilevelLone;
    }
}
