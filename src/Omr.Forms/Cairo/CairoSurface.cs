using System.Runtime.InteropServices;

namespace Omr.Forms.Cairo;

/// <summary>Owns a cairo_surface_t.</summary>
internal sealed class CairoSurface() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        CairoLibrary.DestroySurface(handle);
        return true;
    }
}
