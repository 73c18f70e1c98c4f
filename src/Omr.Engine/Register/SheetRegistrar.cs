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

    // Patches nearby that tell what is usual.
    private const int MostNeighbours = 5;

    private readonly TimingTrackReader _track = new();
    private readonly FeedProfile _feed = new();
    private readonly OutlineAligner _aligner = new();
    private readonly List<OutlineProbe> _probes = [];
    private PagePoint[] _places = [];
    private PatchFit[] _fits = [];
    private bool[] _trusted = [];

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
                $"marks={located.MarksFound}/{template.Marks.Length} {located.Missing} timing={timing.Count}/{expected}");
        }

        if (unnamed && FormWitness.UnexpectedBar(page, located.Tone, template, map) is { } bar)
        {
            return (null, new(
                1,
                RefusalReason.OtherForm,
                string.Create(CultureInfo.InvariantCulture, $"code=unreadable unexpected_timing_mark={bar:0}mm")));
        }

        var (top, bottom) = Extent(template.Marks.AsSpan());
        _feed.Build(timing, top, bottom, scale);
        Reserve(layout);
        Place(layout, map);

        var reach = (int)Math.Ceiling((timing.Count > expected / 2 ? ReachTimed : ReachUntimed) * scale);
        for (var i = 0; i < layout.Kinds.Count; i++)
            _probes[i].Shape(layout.Kinds[i], map, page.Stride, reach + OutlineAligner.Beyond);
        var fits = _fits.AsSpan(0, layout.Patches.Count);
        for (var i = 0; i < fits.Length; i++)
            fits[i] = _aligner.Align(page, _probes[layout.Patches[i].Kind], layout.Patches[i], _places, reach);

        var clarity = MedianClarity(fits);
        var trusted = _trusted.AsSpan(0, fits.Length);
        Trust(layout, fits, trusted, clarity, scale);
        var seen = trusted.Count(true);
        if (clarity < LeastClarity * located.Tone.Contrast || seen < (unnamed ? LeastPatchesUnnamed : LeastPatches) * fits.Length)
        {
            return Refuse(string.Create(
                CultureInfo.InvariantCulture,
                $"outline_clarity={clarity / located.Tone.Contrast:0.00} patches={seen}/{fits.Length} timing={timing.Count}/{expected}"));
        }

        Move(layout, fits, trusted);
        var residual = 0.0;
        for (var i = 0; i < fits.Length; i++)
            residual = trusted[i] ? Math.Max(residual, fits[i].Offset.Length / scale) : residual;
        return (new(layout, located, _places, _probes, clarity, timing.Count, residual), null);
    }

    private static (RegisteredSheet?, Refusal?) Refuse(string evidence) =>
        (null, new(1, RefusalReason.NotRegistered, evidence));

    // Heights of the uppermost and the lowest registration mark.
    private static (double Top, double Bottom) Extent(ReadOnlySpan<RegistrationMark> marks)
    {
        var (top, bottom) = (double.MaxValue, double.MinValue);
        foreach (var mark in marks)
            (top, bottom) = (Math.Min(top, mark.Box.Centre.Y), Math.Max(bottom, mark.Box.Centre.Y));
        return (top, bottom);
    }

    private void Reserve(FormLayout layout)
    {
        if (_places.Length < layout.Centres.Count)
            _places = new PagePoint[layout.Centres.Count];
        if (_fits.Length < layout.Patches.Count)
            (_fits, _trusted) = (new PatchFit[layout.Patches.Count], new bool[layout.Patches.Count]);
        while (_probes.Count < layout.Kinds.Count)
            _probes.Add(new());
    }

    // Bubbles of a row follow each other and have one height, for which the feeder's offset is looked up once.
    private void Place(FormLayout layout, in PaperMap map)
    {
        var (height, offset) = (double.NaN, default(PagePoint));
        for (var i = 0; i < layout.Centres.Count; i++)
        {
            var centre = layout.Centres[i];
            if (centre.Y != height)
                (height, offset) = (centre.Y, _feed.At(centre.Y));
            _places[i] = map.Map(centre) + offset;
        }
    }

    private static void Trust(
        FormLayout layout, ReadOnlySpan<PatchFit> fits, Span<bool> trusted, double clarity, double scale)
    {
        Span<double> x = stackalloc double[MostNeighbours], y = stackalloc double[MostNeighbours];
        for (var i = 0; i < fits.Length; i++)
        {
            trusted[i] = false;
            if (fits[i].Clarity < PatchClarity * clarity)
                continue;
            var near = 0;
            foreach (var other in layout.Nearest[i])
            {
                if (fits[other].Clarity < PatchClarity * clarity)
                    continue;
                (x[near], y[near]) = (fits[other].Offset.X, fits[other].Offset.Y);
                if (++near == MostNeighbours)
                    break;
            }

            var usual = new PagePoint(Median(x[..near]), Median(y[..near]));
            trusted[i] = near == 0 || (fits[i].Offset - usual).Length <= PatchStep * scale;
        }
    }

    private void Move(FormLayout layout, ReadOnlySpan<PatchFit> fits, ReadOnlySpan<bool> trusted)
    {
        for (var i = 0; i < fits.Length; i++)
        {
            var offset = trusted[i] ? fits[i].Offset : FromNeighbours(layout, fits, trusted, i);
            foreach (var bubble in layout.Patches[i].Bubbles)
                _places[bubble] += offset;
        }
    }

    private static PagePoint FromNeighbours(
        FormLayout layout, ReadOnlySpan<PatchFit> fits, ReadOnlySpan<bool> trusted, int patch)
    {
        double x = 0, y = 0, sum = 0;
        for (var i = 0; i < fits.Length; i++)
        {
            if (!trusted[i])
                continue;
            var weight = 1 / (1 + Math.Pow(layout.Apart(i, patch), 2));
            x += weight * fits[i].Offset.X;
            y += weight * fits[i].Offset.Y;
            sum += weight;
        }

        return new(x / sum, y / sum);
    }

    private static double MedianClarity(ReadOnlySpan<PatchFit> fits)
    {
        Span<double> clarity = fits.Length <= 512 ? stackalloc double[fits.Length] : new double[fits.Length];
        for (var i = 0; i < fits.Length; i++)
            clarity[i] = fits[i].Clarity;
        return Median(clarity);
    }

    // Puts the values in order.
    private static double Median(Span<double> values)
    {
        values.Sort();
        return values.IsEmpty ? 0 : values[values.Length / 2];
    }
}
