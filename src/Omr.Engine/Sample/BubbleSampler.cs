using Omr.Engine.Geometry;
using Omr.Engine.Imaging;
using Omr.Engine.Register;
using Omr.Engine.Template;

namespace Omr.Engine.Sample;

/// <summary>
/// Fourth stage: measures every bubble in the picture as it lies. The paper it is compared with is the white just
/// outside its own outline, so that stains, lamps and the back showing through don't count as ink. Columns that a
/// streak runs through are left out. Ink is measured where the form's own colour drops out, the outline where it shows.
/// </summary>
internal sealed class BubbleSampler
{
    // Shares of the contrast: the edge of a coffee stain changes paper by a tenth to a fifth, the far side of a bad lamp
    // by a third.
    private const float PaperChange = 0.1f;
    private const float DarkestPaper = 0.35f;

    private readonly StreakFinder _streaks = new();
    private readonly List<InkMask> _masks = [];
    private BubbleSample[] _samples = [];

    public SampledSheet Sample(GrayImage page, RegisteredSheet sheet)
    {
        var layout = sheet.Layout;
        if (_samples.Length < layout.Centres.Count)
            _samples = new BubbleSample[layout.Centres.Count];
        Array.Clear(_samples);
        while (_masks.Count < layout.Kinds.Count)
            _masks.Add(new());
        for (var i = 0; i < layout.Kinds.Count; i++)
            _masks[i].Shape(layout.Kinds[i], sheet.Map);
        foreach (var patch in layout.Patches)
        {
            foreach (var bubble in patch.Bubbles)
                _samples[bubble] = Measure(page, sheet, patch.Kind, sheet.Places[bubble]);
        }

        foreach (var rows in layout.Rows)
        {
            ComparePapers(sheet.Tone, rows);
            var streaks = _streaks.Find(page.Ink, sheet, rows);
            if (!streaks.IsEmpty)
                LeaveOut(page.Ink, sheet, rows, _masks[rows.Kind], streaks);
        }

        return new(sheet, _samples);
    }

    private BubbleSample Measure(GrayImage page, RegisteredSheet sheet, int kind, PagePoint place)
    {
        var (probe, mask) = (sheet.Probes[kind], _masks[kind]);
        var (x, y) = Pixel(place);
        var edge = Math.Max(probe.Reach, Math.Max(mask.Width, mask.Height)) + 1;
        if (x < edge || y < edge || x >= page.Width - edge || y >= page.Height - edge)
            return default;
        var (outline, paper, uneven) = probe.Tones(page, x, y, sheet.Tone.Contrast);
        var outlined = (float)((paper - outline) / sheet.Clarity);
        if (page.Ink != page)
            (_, paper, uneven) = probe.Tones(page.Ink, x, y, sheet.Tone.Contrast);
        return new(
            Ink(sheet.Tone, paper, InkKernels.Sum(page.Ink, mask, x, y), mask.Count),
            outlined,
            (float)(sheet.Tone.White - paper) / sheet.Tone.Contrast,
            uneven,
            0);
    }

    // Pencil that fills the white around a bubble too would be taken for its paper, and the fullest mark would vanish.
    // Within an item paper hardly changes, so a bubble's paper may be darker than the lightest there by no more than a
    // stain's edge; on a sheet not darker than any lamp makes it.
    private void ComparePapers(PageTone tone, BubbleRows rows)
    {
        var values = rows.Field.Values.Length;
        for (var first = rows.First; first < rows.First + rows.Count; first += values)
        {
            var item = _samples.AsSpan(first, values);
            var lightest = DarkestPaper;
            foreach (var bubble in item)
                lightest = Math.Min(lightest, bubble.Stain);
            var most = Math.Min(lightest + PaperChange, DarkestPaper);
            foreach (ref var bubble in item)
            {
                if (bubble.Stain > most)
                    bubble = bubble with { Ink = InkAgainst(tone, bubble, most), Stain = most };
            }
        }
    }

    // The ink of a bubble, had its paper been darker than the sheet's by this share of the contrast only.
    private static float InkAgainst(PageTone tone, BubbleSample bubble, float stain)
    {
        var paper = tone.White - (bubble.Stain * tone.Contrast);
        var inside = paper - (bubble.Ink * Math.Max(paper - tone.Black, tone.Contrast / 2f));
        var lighter = tone.White - (stain * tone.Contrast);
        return (lighter - inside) / Math.Max(lighter - tone.Black, tone.Contrast / 2f);
    }

    private void LeaveOut(
        GrayImage page, RegisteredSheet sheet, BubbleRows rows, InkMask mask, ReadOnlySpan<bool> streaks)
    {
        for (var i = rows.First; i < rows.First + rows.Count; i++)
        {
            var (x, y) = Pixel(sheet.Places[i]);
            var (from, to) = (x - mask.RadiusX, x + mask.RadiusX + 1);
            if (_samples[i] == default || !streaks[from..to].Contains(true))
                continue;
            var paper = (int)(sheet.Tone.White - (_samples[i].Stain * sheet.Tone.Contrast));
            var (sum, count) = InkKernels.SumWithout(page, mask, x, y, streaks);
            _samples[i] = _samples[i] with
            {
                Ink = count == 0 ? 0 : Ink(sheet.Tone, paper, sum, count),
                Streak = 1 - ((float)count / mask.Count),
            };
        }
    }

    private static float Ink(PageTone tone, int paper, int sum, int count) =>
        (float)(paper - ((double)sum / count)) / Math.Max(paper - tone.Black, tone.Contrast / 2);

    private static (int X, int Y) Pixel(PagePoint place) => ((int)Math.Round(place.X), (int)Math.Round(place.Y));
}
