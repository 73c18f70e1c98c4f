namespace Omr.Simulator.Profiles;

/// <summary>What hands and pencils the writers have; each sheet's writer is drawn from these once.</summary>
/// <param name="Darkness">
/// How much light a fill takes away where the graphite lies thick, 1 being all: HB 0.5, 2B 0.8.
/// </param>
/// <param name="LightWriters">Share of writers who press little.</param>
/// <param name="LightDarkness">Darkness of those writers' fills.</param>
/// <param name="Offset">
/// How far a fill's middle strays from the bubble's, as a standard deviation in millimetres.
/// </param>
/// <param name="Reach">Size of a fill, 1 being the bubble's outer edge.</param>
/// <param name="Stroke">Width of a pencil stroke in millimetres.</param>
/// <param name="Gaps">Distance of strokes, 1 being as wide as the stroke: above that paper shows between them.</param>
/// <param name="Rubbing">What is left of a rubbed-out mark, 1 being all of it.</param>
public sealed record WriterHabits(
    Interval Darkness,
    double LightWriters,
    Interval LightDarkness,
    Interval Offset,
    Interval Reach,
    Interval Stroke,
    Interval Gaps,
    Interval Rubbing);
