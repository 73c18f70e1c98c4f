using Omr.Engine.Geometry;

namespace Omr.Engine.Diagnostics;

/// <summary>A registration mark as it was sought.</summary>
/// <param name="Name">Its name in the template.</param>
/// <param name="Window">Where it was sought.</param>
/// <param name="Place">Its box where the other marks put it; without a sheet, in the middle of the window.</param>
/// <param name="Found">The centre of gravity of what was found; null if it is missing.</param>
/// <param name="Agreement">How well that looks like the mark, 0 to 1.</param>
public sealed record MarkTrace(string Name, PixelArea Window, PixelArea Place, PagePoint? Found, double Agreement);
