using System.Globalization;
using Omr.Engine.Geometry;
using Omr.Engine.Imaging;
using Omr.Engine.Template;

namespace Omr.Engine.Locate;

/// <summary>
/// Second stage: where the sheet lies and which way up, by its registration marks. Tries the sheet upright first; when
/// every mark is there, that settles it, because a form's marks differ from themselves upside down. Otherwise the way
/// that explains more marks wins. Before that, marks are sought near their places only: when all of them are there, plain and
/// just where each other say, nothing farther off could be likelier. Three marks are enough to go on with: the timing track and the printed outlines must
/// agree later.
/// </summary>
internal sealed class SheetLocator
{
    // Tones between paper and print; the palest photocopy that still shows pencil has about 60.
    private const int LeastContrast = 40;

    // Score of a mark (MarkConsensus) in a near window that ends the search: agreement less a third of the millimetres that
    // it lies off, both as a mark of usual print has them at 2 degrees of skew.
    private const double PlainMark = 10.8;

    private readonly MarkFinder _finder = new();
    private readonly List<MarkCandidate> _candidates = [];
    private readonly Dictionary<FormLayout, MarkStencil[]> _stencils = [];

    /// <summary>What the form's registration marks look like; made once.</summary>
    public MarkStencil[] Stencils(FormLayout layout)
    {
        if (!_stencils.TryGetValue(layout, out var stencils))
            _stencils[layout] = stencils = [.. layout.Template.Marks.Select(m => new MarkStencil(m))];
        return stencils;
    }

    /// <summary>Locates the form on the page, or says which marks are missing.</summary>
    public (LocatedSheet? Sheet, Refusal? Refusal) Locate(GrayImage page, FormLayout layout)
    {
        var tone = PageTone.Measure(page);
        if (tone.Contrast < LeastContrast)
            return (null, new(1, RefusalReason.NoContrast, $"white={tone.White} black={tone.Black}"));

        var template = layout.Template;
        var stencils = Stencils(layout);
        if (LocateNear(page, tone, stencils, SheetPose.Guesses(template.Paper, page).First()) is { } near)
            return (near, null);
        LocatedSheet? best = null;
        var bestScore = 0.0;
        var evidence = "";
        var mostSeen = -1;
        foreach (var pose in SheetPose.Guesses(template.Paper, page))
        {
            FindCandidates(page, tone, stencils, pose, near: false);
            if (MarkConsensus.Find(stencils, _candidates, pose) is { } found && found.Score > bestScore)
            {
                var missing = found.Marks == stencils.Length ? "" : Missing(stencils, found.Map, pose.Scale);
                best = new(found.Map, pose.UpsideDown, found.Marks, missing, tone);
                bestScore = found.Score;
                if (found.Marks == stencils.Length)
                    break;
            }

            if (best is null && stencils.Count(m => Likeliest(m, stencils) is not null) is var seen && seen > mostSeen)
                (evidence, mostSeen) = (Describe(stencils, pose), seen);
        }

        return best is null ? (null, new(1, RefusalReason.MarksNotFound, evidence)) : (best, null);
    }

    private LocatedSheet? LocateNear(GrayImage page, PageTone tone, MarkStencil[] stencils, in SheetPose pose)
    {
        FindCandidates(page, tone, stencils, pose, near: true);
        return MarkConsensus.Find(stencils, _candidates, pose) is { } found
            && found.Marks == stencils.Length && found.Marks > 3 && found.Score >= found.Marks * PlainMark
            ? new(found.Map, pose.UpsideDown, found.Marks, "", tone)
            : null;
    }

    private void FindCandidates(GrayImage page, PageTone tone, MarkStencil[] stencils, in SheetPose pose, bool near)
    {
        _candidates.Clear();
        for (var i = 0; i < stencils.Length; i++)
            _candidates.AddRange(_finder.Find(page, tone, stencils[i], i, pose, near));
    }

    // Of the guess that saw most: each mark's place on the paper, and what looked like it: how far from where the guess puts
    // it, and how well it looks like it.
    private string Describe(MarkStencil[] stencils, SheetPose pose) => string.Join(' ', stencils.Select(stencil =>
    {
        var place = stencil.Centroid;
        if (Likeliest(stencil, stencils) is not { } seen)
            return string.Create(CultureInfo.InvariantCulture, $"{stencil.Mark.Name}=missing@{place.X:0.#},{place.Y:0.#}mm");
        var window = pose.Window(place, 0);
        var off = seen.Centroid - new PagePoint(window.X + (window.Width / 2.0), window.Y + (window.Height / 2.0));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{stencil.Mark.Name}=seen@{place.X:0.#},{place.Y:0.#}mm,off:{off.Length / pose.Scale:0.0}mm,alike:{seen.Agreement:0.00}");
    }));

    private MarkCandidate? Likeliest(MarkStencil stencil, MarkStencil[] stencils)
    {
        var index = _candidates.FindIndex(c => stencils[c.Mark] == stencil);
        return index < 0 ? null : _candidates[index];
    }

    // The marks that the map leaves without a candidate, with their places on the paper.
    private string Missing(MarkStencil[] stencils, PaperMap map, double scale) => string.Join(' ', stencils
        .Where((stencil, i) => !_candidates.Exists(c => c.Mark == i
            && (c.Centroid - map.Map(stencil.Centroid)).Length < MarkConsensus.MarkTolerance * scale))
        .Select(stencil => string.Create(
            CultureInfo.InvariantCulture,
            $"{stencil.Mark.Name}=missing@{stencil.Centroid.X:0.#},{stencil.Centroid.Y:0.#}mm")));
}
