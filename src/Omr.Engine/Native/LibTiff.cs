using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Omr.Engine.Native;

/// <summary>
/// Listens to libtiff under leptonica. Left alone it prints to stderr and leptonica passes a damaged fax page on as if
/// it were whole; here its complaints are counted for the thread that decodes, and nothing is printed.
/// </summary>
internal static unsafe partial class LibTiff
{
    [ThreadStatic]
    private static int _complaints;

    static LibTiff()
    {
        _ = SetErrorHandler(&OnError);
        _ = SetWarningHandler(&OnWarning);
    }

    /// <summary>Starts counting for a page on this thread.</summary>
    public static void Listen() => _complaints = 0;

    /// <summary>Whether a page decoded since <see cref="Listen"/> was damaged.</summary>
    public static bool HeardDamage => _complaints > 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnError(byte* module, byte* format, void* arguments) => _complaints++;

    // Unknown tags are warnings and harm nothing; a fax line that doesn't add up is a warning and harms the picture.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnWarning(byte* module, byte* format, void* arguments)
    {
        if (module != null && module[0] == 'F' && module[1] == 'a' && module[2] == 'x')
            _complaints++;
    }

    [LibraryImport(NativeLibraries.Tiff, EntryPoint = "TIFFSetErrorHandler")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint SetErrorHandler(delegate* unmanaged[Cdecl]<byte*, byte*, void*, void> handler);

    [LibraryImport(NativeLibraries.Tiff, EntryPoint = "TIFFSetWarningHandler")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint SetWarningHandler(delegate* unmanaged[Cdecl]<byte*, byte*, void*, void> handler);
}
