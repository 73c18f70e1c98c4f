using System.Runtime.InteropServices;

namespace Omr.Forms.Cairo;

/// <summary>Owns a cairo_t.</summary>
internal sealed class CairoContext() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        CairoLibrary.DestroyContext(handle);
        return true;
    }
}
