using System.Runtime.InteropServices;

namespace Omr.Forms.Cairo;

/// <summary>Owns a cairo_font_options_t.</summary>
internal sealed class CairoFontOptions() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        CairoLibrary.DestroyFontOptions(handle);
        return true;
    }
}
