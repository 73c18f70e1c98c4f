namespace Omr.Engine.Diagnostics;

/// <summary>
/// The page that the stages saw, as 8-bit luminance, 0 black and 255 white; a page scanned on its side is turned.
/// </summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Pixels">Row by row from the top-left, without gaps.</param>
public sealed record PagePicture(int Width, int Height, ReadOnlyMemory<byte> Pixels);
