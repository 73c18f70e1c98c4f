using Omr.Engine.Template;

namespace Omr.Engine.Diagnostics;

/// <summary>A bubble where it was measured; where the sheet was not registered, where the marks alone put it.</summary>
/// <param name="Shape">Its printed outline.</param>
/// <param name="X">Left edge in pixels.</param>
/// <param name="Y">Top edge in pixels.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
public readonly record struct BubbleTrace(BubbleShape Shape, double X, double Y, double Width, double Height);
