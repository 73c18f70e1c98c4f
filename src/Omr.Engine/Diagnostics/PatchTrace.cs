using Omr.Engine.Geometry;

namespace Omr.Engine.Diagnostics;

/// <summary>A patch of neighbouring bubbles that was moved as one.</summary>
/// <param name="Middle">Where the registration marks alone put its middle.</param>
/// <param name="Correction">What the timing track and the printed outlines moved it by.</param>
public readonly record struct PatchTrace(PagePoint Middle, PagePoint Correction);
