using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Omr.Simulator.Native;

/// <summary>The native libraries that write pictures, and what their files are called on each system.</summary>
internal static class NativeLibraries
{
    /// <summary>libjpeg-turbo's TurboJPEG API: writes JPEG.</summary>
    public const string TurboJpeg = "turbojpeg";

    /// <summary>leptonica: writes PNG, TIFF and BMP.</summary>
    public const string Leptonica = "leptonica";

    // A module initializer, so that no binding can be called before the names are known.
#pragma warning disable CA2255
    [ModuleInitializer]
    internal static void KnowFileNames() =>
        NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Load);
#pragma warning restore CA2255

    private static string[] FileNames(string library) => library switch
    {
        TurboJpeg when OperatingSystem.IsWindows() => ["turbojpeg.dll"],
        TurboJpeg when OperatingSystem.IsMacOS() => ["libturbojpeg.0.dylib", "libturbojpeg.dylib"],
        TurboJpeg => ["libturbojpeg.so.0"],
        // vcpkg names leptonica's DLL after its version; Debian 12 and 13 name it differently.
        Leptonica when OperatingSystem.IsWindows() =>
            ["leptonica.dll", "leptonica-1.85.0.dll", "leptonica-1.84.1.dll", "leptonica-1.83.1.dll"],
        Leptonica when OperatingSystem.IsMacOS() => ["libleptonica.dylib", "liblept.5.dylib"],
        Leptonica => ["liblept.so.5", "libleptonica.so.6"],
        _ => [],
    };

    private static nint Load(string library, Assembly assembly, DllImportSearchPath? searchPath)
    {
        foreach (var file in FileNames(library))
        {
            if (NativeLibrary.TryLoad(file, assembly, searchPath, out var handle))
                return handle;
        }

        return 0;
    }
}
