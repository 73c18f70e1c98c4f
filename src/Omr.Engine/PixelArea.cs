namespace Omr.Engine;

/// <summary>An upright rectangle in the picture as it lies, in pixels.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public readonly record struct PixelArea(int X, int Y, int Width, int Height);
