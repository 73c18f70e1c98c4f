using System.Runtime.InteropServices;
using Omr.Engine.Native;

namespace Omr.Benchmarks.Folder;

/// <summary>
/// What no reader of JPEG can be faster than: libjpeg-turbo decoding the file to grey into a buffer that is used again,
/// and nothing else.
/// </summary>
internal sealed class DecodeFloor : IDisposable
{
    private readonly TurboJpegHandle _handle = TurboJpeg.InitDecompress();
    private byte[] _pixels = [];

    /// <summary>Makes room for pictures of that size, so that no page is mapped while the clock runs.</summary>
    public void Reserve(int width, int height)
    {
        if (_pixels.Length < width * height)
            _pixels = GC.AllocateArray<byte>(width * height, pinned: true);
    }

    public void Decode(ReadOnlySpan<byte> jpeg, int width, int height)
    {
        var result = TurboJpeg.Decompress(
            _handle, jpeg, new CULong((nuint)jpeg.Length), _pixels, width, width, height, TurboJpeg.PixelFormatGray, 0);
        if (result != 0)
            throw new InvalidOperationException(TurboJpeg.LastError(_handle));
    }

    public void Dispose() => _handle.Dispose();
}
