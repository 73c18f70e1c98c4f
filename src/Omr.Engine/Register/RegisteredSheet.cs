using Omr.Engine.Geometry;
using Omr.Engine.Imaging;
using Omr.Engine.Locate;
using Omr.Engine.Template;

namespace Omr.Engine.Register;

/// <summary>The sheet with a place in the picture for every bubble.</summary>
/// <param name="Layout">The form.</param>
/// <param name="Located">Where its registration marks are.</param>
/// <param name="Places">The middle of each bubble, in the order of the layout.</param>
/// <param name="Probes">For each kind of bubble, its probe.</param>
/// <param name="Clarity">How much lighter paper is than the outlines on this sheet, in tones.</param>
/// <param name="TimingFound">Timing marks seen.</param>
/// <param name="ResidualMm">Largest correction that the outlines asked for.</param>
internal sealed record RegisteredSheet(
    FormLayout Layout,
    LocatedSheet Located,
    PagePoint[] Places,
    IReadOnlyList<OutlineProbe> Probes,
    double Clarity,
    int TimingFound,
    double ResidualMm)
{
    public PageTone Tone => Located.Tone;

    public PaperMap Map => Located.Map;
}
