using Omr.Engine.Geometry;

namespace Omr.Engine.Diagnostics;

/// <summary>A timing mark as it was sought.</summary>
/// <param name="Place">Its box where the registration marks put it.</param>
/// <param name="Offset">How far from there it was found; null if it is missing.</param>
public readonly record struct TimingTrace(PixelArea Place, PagePoint? Offset);
