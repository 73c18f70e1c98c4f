using System.Collections.Immutable;
using Omr.Engine.Geometry;
using Omr.Engine.Imaging;
using Omr.Engine.Locate;
using Omr.Engine.Register;
using Omr.Engine.Template;

namespace Omr.Engine.Diagnostics;

/// <summary>
/// Follows a page through the stages and makes its trace. The stages tell only what they hand on anyway; what else they
/// looked at, such as single marks, is sought again in the same way, so that a reading without a trace costs nothing.
/// </summary>
internal sealed class StageTracer(FormLayout[] layouts)
{
    private readonly MarkFinder _finder = new();
    private readonly SheetLocator _locator = new();
    private readonly TimingTrackReader _track = new();
    private GrayImage? _page;
    private FormLayout _layout = layouts[0];
    private LocatedSheet? _located;
    private RegisteredSheet? _registered;

    public void Begin(GrayImage page) => _page = page;

    public void Found(FoundForm form) => (_layout, _located) = (form.Layout, form.Located);

    public void Registered(RegisteredSheet sheet) => _registered = sheet;

    /// <summary>The trace of the page whose outcome this is; the tracer is ready for the next page.</summary>
    public PageTrace Finish(ReadOutcome outcome)
    {
        var trace = _page is { } page ? Trace(outcome, page)
            : new(outcome, _layout.Template, null, 1, [], [], [], [], []);
        (_page, _layout, _located, _registered) = (null, layouts[0], null, null);
        return trace;
    }

    private PageTrace Trace(ReadOutcome outcome, GrayImage page)
    {
        var template = _layout.Template;
        _located ??= _locator.Locate(page, _layout).Sheet;
        var map = _located?.Map;
        return new(
            outcome,
            template,
            Copy(page),
            map is { } known ? (known.ScaleX + known.ScaleY) / 2 : page.Width / template.Paper.Width,
            map is { } sheet ? Corners(template.Paper, sheet) : [],
            Marks(page),
            map is null ? [] : Timing(page, _located!),
            _registered is null ? [] : [.. _layout.Patches.Select(p => Patch(_registered, p))],
            map is { } placed ? Bubbles(placed) : []);
    }

    private static PagePicture Copy(GrayImage page)
    {
        var pixels = new byte[page.Width * page.Height];
        for (var y = 0; y < page.Height; y++)
            page.Row(y).CopyTo(pixels.AsSpan(y * page.Width));
        return new(page.Width, page.Height, pixels);
    }

    private static ImmutableArray<PagePoint> Corners(PaperSize paper, in PaperMap map) =>
        [map.Map(0, 0), map.Map(paper.Width, 0), map.Map(paper.Width, paper.Height), map.Map(0, paper.Height)];

    private ImmutableArray<MarkTrace> Marks(GrayImage page)
    {
        var tone = PageTone.Measure(page);
        var guesses = SheetPose.Guesses(_layout.Template.Paper, page);
        return _located is { } sheet
            ? Marks(
                page, tone, guesses.Where(g => g.UpsideDown == sheet.UpsideDown).MinBy(g => Math.Abs(g.Scale - sheet.Map.ScaleX)))
            : guesses.Select(g => Marks(page, tone, g)).MaxBy(marks => marks.Count(m => m.Found is not null));
    }

    private ImmutableArray<MarkTrace> Marks(GrayImage page, PageTone tone, SheetPose pose) =>
        [.. _locator.Stencils(_layout).Select((stencil, i) => Mark(page, tone, pose, stencil, i))];

    private MarkTrace Mark(GrayImage page, PageTone tone, SheetPose pose, MarkStencil stencil, int index)
    {
        var box = stencil.Mark.Box;
        var window = MarkFinder.Window(stencil.Mark, pose);
        var seen = _finder.Find(page, tone, stencil, index, pose, near: false);
        if (_located is not { Map: var map })
        {
            var guess = new PagePoint(window.X + (window.Width / 2.0), window.Y + (window.Height / 2.0));
            var likeliest = seen.Count == 0 ? default(MarkCandidate?) : seen[0];
            return new(
                stencil.Mark.Name,
                window,
                Around(guess, box.Width * pose.Scale, box.Height * pose.Scale),
                likeliest?.Centroid,
                likeliest?.Agreement ?? 0);
        }

        var expected = map.Map(stencil.Centroid);
        var near = seen
            .Where(c => (c.Centroid - expected).Length < MarkConsensus.MarkTolerance * pose.Scale)
            .Select(c => (MarkCandidate?)c)
            .MinBy(c => (c!.Value.Centroid - expected).Length);
        return new(
            stencil.Mark.Name,
            window,
            Around(map.Map(box.Centre), box.Width * map.ScaleX, box.Height * map.ScaleY),
            near?.Centroid,
            near?.Agreement ?? 0);
    }

    private ImmutableArray<TimingTrace> Timing(GrayImage page, LocatedSheet sheet)
    {
        if (_layout.Template.Timing is not { } track)
            return [];
        var map = sheet.Map;
        var seen = _track.Read(page, sheet.Tone, track, map).ToDictionary(t => t.Y, t => t.Offset);
        return
        [
            .. track.Rows.Select(y => new TimingTrace(
                Around(map.Map(track.X, y), track.Width * map.ScaleX, track.Height * map.ScaleY),
                seen.TryGetValue(y, out var offset) ? offset : null)),
        ];
    }

    private static PatchTrace Patch(RegisteredSheet sheet, BubblePatch patch)
    {
        var moved = default(PagePoint);
        foreach (var bubble in patch.Bubbles)
            moved += sheet.Places[bubble] - sheet.Map.Map(sheet.Layout.Centres[bubble]);
        return new(
            sheet.Map.Map(patch.Centre), new(moved.X / patch.Bubbles.Length, moved.Y / patch.Bubbles.Length));
    }

    private ImmutableArray<BubbleTrace> Bubbles(in PaperMap map)
    {
        var bubbles = ImmutableArray.CreateBuilder<BubbleTrace>(_layout.Centres.Count);
        foreach (var rows in _layout.Rows)
        {
            var bubble = rows.Field.Bubble;
            var (width, height) = (bubble.Width * map.ScaleX, bubble.Height * map.ScaleY);
            for (var i = rows.First; i < rows.First + rows.Count; i++)
            {
                var middle = _registered is { } sheet ? sheet.Places[i] : map.Map(_layout.Centres[i]);
                bubbles.Add(new(bubble.Shape, middle.X - (width / 2), middle.Y - (height / 2), width, height));
            }
        }

        return bubbles.MoveToImmutable();
    }

    private static PixelArea Around(PagePoint middle, double width, double height) => new(
        (int)Math.Round(middle.X - (width / 2)),
        (int)Math.Round(middle.Y - (height / 2)),
        (int)Math.Round(width),
        (int)Math.Round(height));
}
