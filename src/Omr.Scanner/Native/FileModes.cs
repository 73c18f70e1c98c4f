using System.Runtime.InteropServices;

namespace Omr.Scanner.Native;

/// <summary>
/// Who may read what this process makes: after <see cref="OwnerOnly"/> its own account alone, but for the folders where scanner
/// programs and staff come and go, which are made as they were before. On Windows a folder's rights are inherited, and
/// nothing is done.
/// </summary>
public static partial class FileModes
{
    private const int OwnerOnlyMask = 0b000_111_111;
    private const int AllOfFolder = 0b111_111_111;
    private const int AllOfFile = 0b110_110_110;

    // The mask under which the process was started; -1 as long as it is the one in force.
    private static int _startedUnder = -1;

    /// <summary>From here on what is made is for the owner only, for the whole process.</summary>
    public static void OwnerOnly()
    {
        if (OperatingSystem.IsWindows())
            return;
        var before = (int)umask(OwnerOnlyMask);
        _ = Interlocked.CompareExchange(ref _startedUnder, before, -1);
    }

    /// <summary>Makes a folder, and those above it that are missing, for whoever the process was told to let in.</summary>
    public static void CreateShared(string folder)
    {
        if (Directory.Exists(folder))
            return;
        if (Path.GetDirectoryName(Path.GetFullPath(folder)) is { } above)
            CreateShared(above);
        Directory.CreateDirectory(folder);
        Share(folder, AllOfFolder);
    }

    /// <summary>Lets those read a file that this process made who may come into its folder.</summary>
    public static void Share(string file) => Share(file, AllOfFile);

    private static void Share(string path, int all)
    {
        var mask = Volatile.Read(ref _startedUnder);
        if (mask >= 0 && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, (UnixFileMode)(all & ~mask));
    }

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint umask(uint mask);
}
