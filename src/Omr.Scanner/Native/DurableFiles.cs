using System.Runtime.InteropServices;

namespace Omr.Scanner.Native;

/// <summary>
/// Makes files and names survive a power cut. .NET's own flush throws nothing when the disk fails to write, and opens no
/// folder; on Linux the kernel is therefore asked itself, and its answer is believed the first time only: after a failed
/// fsync a second one succeeds although the data is gone.
/// </summary>
public static partial class DurableFiles
{
    // Of fcntl.h on Linux.
    private const int ReadOnly = 0;
    private const int CloseOnExec = 0x80000;

    /// <summary>Waits until a file's bytes, or a folder's names, are on the disk.</summary>
    /// <param name="path">A file or a folder.</param>
    /// <exception cref="IOException">They may not be there.</exception>
    public static void Flush(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            FlushElsewhere(path);
            return;
        }

        var file = open(path, ReadOnly | CloseOnExec);
        if (file < 0)
            throw Failed("open", path);
        try
        {
            if (fsync(file) != 0)
                throw Failed("fsync", path);
        }
        finally
        {
            _ = close(file);
        }
    }

    // NTFS keeps names by its own journal; a folder can't be flushed there.
    private static void FlushElsewhere(string path)
    {
        if (Directory.Exists(path))
            return;
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    // With the system's own number for it, as the framework's exceptions have it.
    private static IOException Failed(string call, string path)
    {
        var error = Marshal.GetLastPInvokeError();
        return new($"{path}: {call}: error {error}", error);
    }

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int fsync(int file);

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int close(int file);
}
