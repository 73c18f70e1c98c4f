using System.Globalization;
using Omr.Engine.Geometry;
using Omr.Engine.Imaging;
using Omr.Engine.Locate;
using Omr.Engine.Template;

namespace Omr.Engine.Register;

/// <summary>
/// Third stage: a place for every bubble. The registration marks give the map of the whole sheet, the timing track what
/// the feeder did along it, and the printed outlines what is left in each patch of some 25 mm. Patches whose outlines
/// can't be seen follow their neighbours; when too few patches can be seen, the sheet is refused.
/// </summary>
internal sealed class SheetRegistrar
{
    // Millimetres that outlines may lie off after the timing track, and without one.
    private const double ReachTimed = 0.6;
    private const double ReachUntimed = 1.1;

    // Share of the page's contrast that outlines must show: a blurred hair line at 150 dpi keeps about a quarter.
    private const double LeastClarity = 0.08;

    // A patch is trusted when it is at least so clear as this share of the sheet's usual patch,
    private const double PatchClarity = 0.45;

    // and within so many millimetres of the usual offset of the patches near it.
    private const double PatchStep = 0.45;

    // Share of patches that must be seen. A torn corner or a stamp hides a tenth.
    private const double LeastPatches = 0.6;

    // Share of patches when the form's own code could not be read, so that the outlines alone say that it is this form.
    private const double LeastPatchesUnnamed = 0.9;

    // Share of timing marks that must be seen when a registration mark is missing.
    private const double LeastTiming = 0.7;

    private readonly TimingTrackReader _track = new();
    private readonly FeedProfile _feed = new();
    private PagePoint[] _places = [];

    /// <summary>Registers the sheet, or says what did not agree.</summary>
    /// <param name="page">The page.</param>
    /// <param name="located">Where the sheet lies.</param>
    /// <param name="layout">The form.</param>
    /// <param name="unnamed">Whether the form has a code that could not be read.</param>
    public (RegisteredSheet? Sheet, Refusal? Refusal) Register(
        GrayImage page, LocatedSheet located, FormLayout layout, bool unnamed = false)
    {
        var (map, template) = (located.Map, layout.Template);
        var scale = (map.ScaleX + map.ScaleY) / 2;
        var timing = template.Timing is { } track ? _track.Read(page, located.Tone, track, map) : [];
        var expected = template.Timing?.Rows.Length ?? 0;
        if (located.MarksFound < template.Marks.Length && timing.Count < LeastTiming * expected)
        {
            return Refuse(
                $"marks={located.MarksFound}/{template.Marks.Length} timing={timing.Count}/{expected}");
        }

        if (unnamed && FormWitness.UnexpectedBar(page, located.Tone, template, map) is { } bar)
        {
            return (null, new(
                1,
                RefusalReason.OtherForm,
                string.Create(CultureInfo.InvariantCulture, $"code=unreadable unexpected_timing_mark={bar:0}mm")));
        }

        _feed.Build(timing, template.Marks.Min(m => m.Box.Centre.Y), template.Marks.Max(m => m.Box.Centre.Y), scale);
        if (_places.Length < layout.Centres.Count)
            _places = new PagePoint[layout.Centres.Count];
        for (var i = 0; i < layout.Centres.Count; i++)
            _places[i] = map.Map(layout.Centres[i]) + _feed.At(layout.Centres[i].Y);

        var probes = MakeProbes(layout, map, page.Stride);
        var reach = (int)Math.Ceiling((timing.Count > expected / 2 ? ReachTimed : ReachUntimed) * scale);
        var fits = new PatchFit[layout.Patches.Count];
        for (var i = 0; i < fits.Length; i++)
            fits[i] = OutlineAligner.Align(page, probes[i], layout.Patches[i], _places, reach);

        var clarity = Median(fits.Select(f => f.Clarity));
        var trusted = Trust(layout, fits, clarity, scale);
        var seen = trusted.Count(t => t);
        if (clarity < LeastClarity * located.Tone.Contrast || seen < (unnamed ? LeastPatchesUnnamed : LeastPatches) * fits.Length)
        {
            return Refuse(string.Create(
                CultureInfo.InvariantCulture,
                $"outline_clarity={clarity / located.Tone.Contrast:0.00} patches={seen}/{fits.Length} timing={timing.Count}/{expected}"));
        }

        Move(layout, fits, trusted);
        var residual = fits.Where((_, i) => trusted[i]).Max(f => f.Offset.Length) / scale;
        return (new(layout, located, _places, probes, clarity, timing.Count, residual), null);
    }

    private static (RegisteredSheet?, Refusal?) Refuse(string evidence) =>
        (null, new(1, RefusalReason.NotRegistered, evidence));

    private static OutlineProbe[] MakeProbes(FormLayout layout, in PaperMap map, int stride)
    {
        var made = new Dictionary<Bubble, OutlineProbe>();
        var probes = new OutlineProbe[layout.Patches.Count];
        for (var i = 0; i < probes.Length; i++)
        {
            var bubble = layout.Patches[i].Bubble;
            if (!made.TryGetValue(bubble, out var probe))
                made[bubble] = probe = new(bubble, map, stride);
            probes[i] = probe;
        }

        return probes;
    }

    private static bool[] Trust(FormLayout layout, PatchFit[] fits, double clarity, double scale)
    {
        var trusted = new bool[fits.Length];
        for (var i = 0; i < fits.Length; i++)
        {
            if (fits[i].Clarity < PatchClarity * clarity)
                continue;
            var near = Enumerable.Range(0, fits.Length)
                .Where(j => j != i && fits[j].Clarity >= PatchClarity * clarity)
                .OrderBy(j => Apart(layout, i, j))
                .Take(5)
                .ToArray();
            var usual = new PagePoint(Median(near.Select(j => fits[j].Offset.X)), Median(near.Select(j => fits[j].Offset.Y)));
            trusted[i] = near.Length == 0 || (fits[i].Offset - usual).Length <= PatchStep * scale;
        }

        return trusted;
    }

    private void Move(FormLayout layout, PatchFit[] fits, bool[] trusted)
    {
        for (var i = 0; i < fits.Length; i++)
        {
            var offset = trusted[i] ? fits[i].Offset : FromNeighbours(layout, fits, trusted, i);
            foreach (var bubble in layout.Patches[i].Bubbles)
                _places[bubble] += offset;
        }
    }

    private static PagePoint FromNeighbours(FormLayout layout, PatchFit[] fits, bool[] trusted, int patch)
    {
        double x = 0, y = 0, sum = 0;
        for (var i = 0; i < fits.Length; i++)
        {
            if (!trusted[i])
                continue;
            var weight = 1 / (1 + Math.Pow(Apart(layout, i, patch), 2));
            x += weight * fits[i].Offset.X;
            y += weight * fits[i].Offset.Y;
            sum += weight;
        }

        return new(x / sum, y / sum);
    }

    private static double Apart(FormLayout layout, int a, int b)
    {
        var (p, q) = (layout.Patches[a].Centre, layout.Patches[b].Centre);
        return Math.Sqrt(Math.Pow(p.X - q.X, 2) + Math.Pow(p.Y - q.Y, 2));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }
}
