using Omr.Engine.Geometry;

namespace Omr.Engine.Register;

/// <summary>Where a patch's printed outlines are, against where the map and the feed profile put them.</summary>
/// <param name="Offset">Pixels.</param>
/// <param name="Clarity">How much lighter the paper is than the outlines, in tones.</param>
internal readonly record struct PatchFit(PagePoint Offset, double Clarity);
