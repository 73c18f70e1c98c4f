using System.Runtime.InteropServices;

namespace Omr.Forms.Cairo;

/// <summary>
/// cairo_text_extents_t: the ink's box relative to the pen (Y down, so that BearingY is negative) and the pen's
/// advance.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct CairoTextExtents(
    double BearingX, double BearingY, double Width, double Height, double AdvanceX, double AdvanceY);
