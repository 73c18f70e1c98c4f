using System.Globalization;
using Omr.Engine.Imaging;
using Omr.Engine.Template;

namespace Omr.Engine.Locate;

/// <summary>
/// Second stage: where the sheet lies and which way up, by its registration marks. Tries the sheet upright first; when
/// every mark is there, that settles it, because a form's marks differ from themselves upside down. Otherwise the way
/// that explains more marks wins. Three marks are enough to go on with: the timing track and the printed outlines must
/// agree later.
/// </summary>
internal sealed class SheetLocator
{
    // Tones between paper and print; the palest photocopy that still shows pencil has about 60.
    private const int LeastContrast = 40;

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
        LocatedSheet? best = null;
        var bestScore = 0.0;
        var seen = "";
        foreach (var pose in SheetPose.Guesses(template.Paper, page))
        {
            _candidates.Clear();
            for (var i = 0; i < stencils.Length; i++)
                _candidates.AddRange(_finder.Find(page, tone, stencils[i], i, pose));
            if (MarkConsensus.Find(stencils, _candidates, pose) is { } found && found.Score > bestScore)
            {
                best = new(found.Map, pose.UpsideDown, found.Marks, tone);
                bestScore = found.Score;
                if (found.Marks == stencils.Length)
                    break;
            }

            if (seen.Length == 0)
                seen = Describe(template);
        }

        return best is null ? (null, new(1, RefusalReason.MarksNotFound, seen)) : (best, null);
    }

    // Which marks no blob looked like in the first guess, and which were there but did not make a sheet.
    private string Describe(FormTemplate template)
    {
        var parts = template.Marks.Select((mark, i) => string.Create(
            CultureInfo.InvariantCulture,
            $"{mark.Name}={(_candidates.Any(c => c.Mark == i) ? "seen" : "missing")}@{mark.Box.Centre.X:0.#},{mark.Box.Centre.Y:0.#}mm"));
        return string.Join(' ', parts);
    }
}
