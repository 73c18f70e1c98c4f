using System.Buffers;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Omr.Simulator.Printing;

namespace Omr.Simulator.Native;

/// <summary>Writes grey JPEG by libjpeg-turbo.</summary>
internal static partial class TurboJpeg
{
    private const int PixelFormatGrey = 6;
    private const int SubsamplingGrey = 3;
    private const int NoReallocation = 1024;

    /// <summary>The picture as JPEG of that quality (1 to 100).</summary>
    /// <exception cref="InvalidOperationException">libjpeg-turbo failed.</exception>
    public static unsafe byte[] Compress(GreyPicture picture, int quality)
    {
        using var compressor = tjInitCompress();
        if (compressor.IsInvalid)
            throw new InvalidOperationException("libjpeg-turbo could not be started.");
        // As much as the worst picture takes, kept from page to page; a real page fills a tenth of it.
        var most = (nuint)tjBufSize(picture.Width, picture.Height, SubsamplingGrey).Value;
        var room = ArrayPool<byte>.Shared.Rent((int)most);
        try
        {
            fixed (byte* start = room)
            {
                var (buffer, size) = ((nint)start, most);
                var failed = tjCompress2(
                    compressor, picture.Pixels, picture.Width, picture.Width, picture.Height, PixelFormatGrey,
                    ref buffer, ref size, SubsamplingGrey, quality, NoReallocation);
                if (failed != 0)
                    throw new InvalidOperationException("libjpeg-turbo could not compress a page.");
                return room[..(int)size];
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    [LibraryImport(NativeLibraries.TurboJpeg)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial Compressor tjInitCompress();

    [LibraryImport(NativeLibraries.TurboJpeg)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int tjCompress2(
        Compressor compressor, ReadOnlySpan<byte> pixels, int width, int stride, int height, int format,
        ref nint buffer, ref nuint size, int subsampling, int quality, int flags);

    [LibraryImport(NativeLibraries.TurboJpeg)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial CULong tjBufSize(int width, int height, int subsampling);

    [LibraryImport(NativeLibraries.TurboJpeg)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int tjDestroy(nint compressor);

    /// <summary>A TurboJPEG compressor.</summary>
    internal sealed class Compressor() : SafeHandleZeroOrMinusOneIsInvalid(true)
    {
        protected override bool ReleaseHandle() => tjDestroy(handle) == 0;
    }
}
