using Microsoft.Win32.SafeHandles;

namespace Omr.Engine.Native;

/// <summary>A leptonica picture.</summary>
internal sealed class PixHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    public PixHandle()
        : base(ownsHandle: true)
    {
    }

    protected override bool ReleaseHandle()
    {
        Leptonica.Destroy(ref handle);
        return true;
    }
}
