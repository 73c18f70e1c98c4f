using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Omr.Simulator.Printing;

namespace Omr.Simulator.Native;

/// <summary>Writes grey JPEG by libjpeg-turbo.</summary>
internal static partial class TurboJpeg
{
    private const int PixelFormatGrey = 6;
    private const int SubsamplingGrey = 3;

    /// <summary>The picture as JPEG of that quality (1 to 100).</summary>
    /// <exception cref="InvalidOperationException">libjpeg-turbo failed.</exception>
    public static byte[] Compress(GreyPicture picture, int quality)
    {
        using var compressor = tjInitCompress();
        if (compressor.IsInvalid)
            throw new InvalidOperationException("libjpeg-turbo could not be started.");
        nint buffer = 0;
        try
        {
            nuint size = 0;
            var failed = tjCompress2(
                compressor, picture.Pixels, picture.Width, picture.Width, picture.Height, PixelFormatGrey,
                ref buffer, ref size, SubsamplingGrey, quality, 0);
            if (failed != 0)
                throw new InvalidOperationException("libjpeg-turbo could not compress a page.");
            var bytes = new byte[size];
            Marshal.Copy(buffer, bytes, 0, bytes.Length);
            return bytes;
        }
        finally
        {
            tjFree(buffer);
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
    private static partial void tjFree(nint buffer);

    [LibraryImport(NativeLibraries.TurboJpeg)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int tjDestroy(nint compressor);

    /// <summary>A TurboJPEG compressor.</summary>
    internal sealed class Compressor() : SafeHandleZeroOrMinusOneIsInvalid(true)
    {
        protected override bool ReleaseHandle() => tjDestroy(handle) == 0;
    }
}
