using Omr.Engine.Geometry;
using Omr.Engine.Imaging;

namespace Omr.Engine.Locate;

/// <summary>Where the sheet lies by its registration marks alone.</summary>
/// <param name="Map">Paper to picture.</param>
/// <param name="UpsideDown">Whether it lies upside down.</param>
/// <param name="MarksFound">How many marks agree with the map.</param>
/// <param name="Missing">The marks that were not found, as evidence for a refusal; empty if all were.</param>
/// <param name="Tone">White and black of the page.</param>
internal sealed record LocatedSheet(PaperMap Map, bool UpsideDown, int MarksFound, string Missing, PageTone Tone);
