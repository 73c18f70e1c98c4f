using System.Runtime.InteropServices;

namespace Omr.Engine.Native;

/// <summary>
/// leptonica's C API, as far as decoding needs it. Its pixels lie in 32-bit words in the machine's byte order, the
/// first pixel in the most significant bits; in a 1-bit picture 1 is black.
/// </summary>
internal static unsafe partial class Leptonica
{
    private const int SilentSeverity = 6;

    static Leptonica() => _ = SetMessageSeverity(SilentSeverity);

    [LibraryImport(NativeLibraries.Leptonica, EntryPoint = "pixReadMem")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial PixHandle Read(byte* data, nuint size);

    [LibraryImport(NativeLibraries.Leptonica, EntryPoint = "pixReadMemFromMultipageTiff")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial PixHandle ReadTiffPage(byte* data, nuint size, ref nuint offset);

    [LibraryImport(NativeLibraries.Leptonica, EntryPoint = "pixConvertTo8")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial PixHandle ConvertTo8(PixHandle pix, int withColormap);

    [LibraryImport(NativeLibraries.Leptonica, EntryPoint = "pixConvertTo32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial PixHandle ConvertTo32(PixHandle pix);

    [LibraryImport(NativeLibraries.Leptonica, EntryPoint = "pixGetWidth")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Width(PixHandle pix);

    [LibraryImport(NativeLibraries.Leptonica, EntryPoint = "pixGetHeight")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Height(PixHandle pix);

    [LibraryImport(NativeLibraries.Leptonica, EntryPoint = "pixGetDepth")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Depth(PixHandle pix);

    [LibraryImport(NativeLibraries.Leptonica, EntryPoint = "pixGetWpl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int WordsPerLine(PixHandle pix);

    [LibraryImport(NativeLibraries.Leptonica, EntryPoint = "pixGetData")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial uint* Data(PixHandle pix);

    [LibraryImport(NativeLibraries.Leptonica, EntryPoint = "pixGetColormap")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial nint Colormap(PixHandle pix);

    [LibraryImport(NativeLibraries.Leptonica, EntryPoint = "pixDestroy")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial void Destroy(ref nint pix);

    [LibraryImport(NativeLibraries.Leptonica, EntryPoint = "setMsgSeverity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetMessageSeverity(int severity);
}
