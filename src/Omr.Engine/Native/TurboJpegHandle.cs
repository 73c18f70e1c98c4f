using Microsoft.Win32.SafeHandles;

namespace Omr.Engine.Native;

/// <summary>A libjpeg-turbo decompressor; serves one thread at a time.</summary>
internal sealed class TurboJpegHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    public TurboJpegHandle()
        : base(ownsHandle: true)
    {
    }

    protected override bool ReleaseHandle() => TurboJpeg.Destroy(handle) == 0;
}
