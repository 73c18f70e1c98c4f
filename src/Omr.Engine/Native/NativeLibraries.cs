using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Omr.Engine.Native;

/// <summary>
/// The native libraries that the engine calls, and the one place that knows what their files are called on each
/// system.
/// </summary>
internal static class NativeLibraries
{
    /// <summary>libjpeg-turbo's TurboJPEG API: decodes JPEG.</summary>
    public const string TurboJpeg = "turbojpeg";

    /// <summary>leptonica: decodes PNG, TIFF, BMP and PNM.</summary>
    public const string Leptonica = "leptonica";

    /// <summary>libtiff, under leptonica: only to hear of damage (<see cref="LibTiff"/>).</summary>
    public const string Tiff = "tiff";

    /// <summary>Our C face of zxing-cpp (src/Omr.Native): reads QR and Code 128.</summary>
    public const string Zxing = "omr_zxing";

    // A module initializer, so that no binding can be called before the names are known.
#pragma warning disable CA2255
    [ModuleInitializer]
    internal static void KnowFileNames() =>
        NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Load);
#pragma warning restore CA2255

    /// <summary>The file names to try on this system, best first; empty for a library that isn't ours.</summary>
    internal static string[] FileNames(string library) => library switch
    {
        TurboJpeg when OperatingSystem.IsWindows() => ["turbojpeg.dll"],
        TurboJpeg when OperatingSystem.IsMacOS() => ["libturbojpeg.0.dylib", "libturbojpeg.dylib"],
        TurboJpeg => ["libturbojpeg.so.0"],
        // vcpkg names leptonica's DLL after its version.
        Leptonica when OperatingSystem.IsWindows() =>
            ["leptonica.dll", "leptonica-1.85.0.dll", "leptonica-1.84.1.dll", "leptonica-1.83.1.dll"],
        Leptonica when OperatingSystem.IsMacOS() => ["libleptonica.dylib", "liblept.5.dylib"],
        // Debian 12 and 13 name it differently.
        Leptonica => ["liblept.so.5", "libleptonica.so.6"],
        Tiff when OperatingSystem.IsWindows() => ["tiff.dll"],
        Tiff when OperatingSystem.IsMacOS() => ["libtiff.6.dylib", "libtiff.dylib"],
        Tiff => ["libtiff.so.6"],
        Zxing when OperatingSystem.IsWindows() => ["omr_zxing.dll"],
        Zxing when OperatingSystem.IsMacOS() => ["libomr_zxing.dylib"],
        Zxing => ["libomr_zxing.so"],
        _ => [],
    };

    private static nint Load(string library, Assembly assembly, DllImportSearchPath? searchPath)
    {
        foreach (var file in FileNames(library))
        {
            if (NativeLibrary.TryLoad(file, assembly, searchPath, out var handle))
                return handle;
        }

        // Zero lets the runtime look for itself and, in vain, throw DllNotFoundException with the library's name.
        return 0;
    }
}
