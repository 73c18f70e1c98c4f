using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Omr.Scanner.Native;

/// <summary>Tells the system which files are not needed in memory any more.</summary>
public static partial class FileCache
{
    // POSIX_FADV_DONTNEED of fcntl.h on Linux.
    private const int NotNeeded = 4;

    /// <summary>
    /// Gives back the memory in which the system keeps a file that was read; what isn't on the disk yet stays. Only a hint: on
    /// other systems, or if it fails, nothing happens.
    /// </summary>
    public static void Forget(SafeFileHandle file)
    {
        if (OperatingSystem.IsLinux())
            _ = posix_fadvise(file, 0, 0, NotNeeded);
    }

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int posix_fadvise(SafeFileHandle file, long offset, long length, int advice);
}
