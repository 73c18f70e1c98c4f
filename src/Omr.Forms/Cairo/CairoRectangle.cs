using System.Runtime.InteropServices;

namespace Omr.Forms.Cairo;

/// <summary>cairo_rectangle_t, in points.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct CairoRectangle(double X, double Y, double Width, double Height);
