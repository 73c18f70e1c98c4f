using Omr.Engine.Geometry;
using Omr.Engine.Imaging;
using Omr.Engine.Register;
using Omr.Engine.Template;

namespace Omr.Engine.Sample;

/// <summary>
/// Fourth stage: measures every bubble in the picture as it lies. The paper it is compared with is the white just
/// outside its own outline, so that stains, lamps and the back showing through don't count as ink. Columns that a
/// streak runs through are left out.
/// </summary>
internal sealed class BubbleSampler
{
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
            var streaks = _streaks.Find(page, sheet, rows);
            if (!streaks.IsEmpty)
                LeaveOut(page, sheet, rows, _masks[rows.Kind], streaks);
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
        return new(
            Ink(sheet.Tone, paper, InkKernels.Sum(page, mask, x, y), mask.Count),
            (float)((paper - outline) / sheet.Clarity),
            (float)(sheet.Tone.White - paper) / sheet.Tone.Contrast,
            uneven,
            0);
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
