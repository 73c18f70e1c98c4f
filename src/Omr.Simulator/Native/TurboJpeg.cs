using System.Buffers;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Omr.Simulator.Printing;

namespace Omr.Simulator.Native;

/// <summary>Writes JPEG by libjpeg-turbo.</summary>
internal static partial class TurboJpeg
{
    private const int PixelFormatRgb = 0;
    private const int PixelFormatGrey = 6;
    private const int Subsampling420 = 2;
    private const int SubsamplingGrey = 3;
    private const int NoReallocation = 1024;

    /// <summary>The picture as JPEG of that quality (1 to 100).</summary>
    /// <exception cref="InvalidOperationException">libjpeg-turbo failed.</exception>
    public static byte[] Compress(GreyPicture picture, int quality) => Compress(
        picture.Pixels, picture.Width, picture.Height, picture.Width, PixelFormatGrey, SubsamplingGrey, quality);

    /// <summary>Red, green and blue of each pixel as JPEG whose colours have half the resolution (4:2:0).</summary>
    public static byte[] CompressColour(ReadOnlySpan<byte> rgb, int width, int height, int quality) =>
        Compress(rgb, width, height, 3 * width, PixelFormatRgb, Subsampling420, quality);

    private static unsafe byte[] Compress(
        ReadOnlySpan<byte> pixels, int width, int height, int pitch, int format, int subsampling, int quality)
    {
        using var compressor = tjInitCompress();
        if (compressor.IsInvalid)
            throw new InvalidOperationException("libjpeg-turbo could not be started.");
        // As much as the worst picture takes, kept from page to page; a real page fills a tenth of it.
        var most = (nuint)tjBufSize(width, height, subsampling).Value;
        var room = ArrayPool<byte>.Shared.Rent((int)most);
        try
        {
            fixed (byte* start = room)
            {
                var (buffer, size) = ((nint)start, most);
                var failed = tjCompress2(
                    compressor, pixels, width, pitch, height, format, ref buffer, ref size, subsampling, quality,
                    NoReallocation);
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
