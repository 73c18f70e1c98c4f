using System.Runtime.InteropServices;

namespace Omr.Engine.Native;

/// <summary>libjpeg-turbo's C API, as far as decoding needs it.</summary>
internal static partial class TurboJpeg
{
    public const int PixelFormatRgb = 0;
    public const int PixelFormatGray = 6;

    [LibraryImport(NativeLibraries.TurboJpeg, EntryPoint = "tjInitDecompress")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial TurboJpegHandle InitDecompress();

    [LibraryImport(NativeLibraries.TurboJpeg, EntryPoint = "tjDestroy")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Destroy(nint handle);

    [LibraryImport(NativeLibraries.TurboJpeg, EntryPoint = "tjDecompress2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Decompress(
        TurboJpegHandle handle,
        ReadOnlySpan<byte> jpeg,
        CULong size,
        Span<byte> pixels,
        int width,
        int pitch,
        int height,
        int pixelFormat,
        int flags);

    [LibraryImport(NativeLibraries.TurboJpeg, EntryPoint = "tjGetErrorCode")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int ErrorCode(TurboJpegHandle handle);

    [LibraryImport(NativeLibraries.TurboJpeg, EntryPoint = "tjGetErrorStr2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint ErrorText(TurboJpegHandle handle);

    /// <summary>What the library says of its last failure or warning.</summary>
    public static string LastError(TurboJpegHandle handle) => Marshal.PtrToStringUTF8(ErrorText(handle)) ?? "";
}
