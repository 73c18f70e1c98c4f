using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Omr.Scanner.Native;

/// <summary>What a process may forbid itself on Linux; the only place that calls the kernel's own interface.</summary>
[SupportedOSPlatform("linux")]
internal static partial class LinuxProcess
{
    // Of asm-generic/resource.h and linux/prctl.h.
    private const int FileSize = 1;
    private const int Data = 2;
    private const int Core = 4;
    private const int SetNoNewPrivileges = 38;

    /// <summary>
    /// From here on this process can't hold more private memory, write to no file, leave no memory image behind when it
    /// crashes, and gain no rights from a program it would start.
    /// </summary>
    /// <param name="memoryBytes">Private memory, the runtime's own included.</param>
    /// <exception cref="InvalidOperationException">The system refused.</exception>
    public static void Confine(long memoryBytes)
    {
        Limit(Data, memoryBytes);
        Limit(FileSize, 0);
        Limit(Core, 0);
        if (prctl(SetNoNewPrivileges, 1, 0, 0, 0) != 0)
            throw new InvalidOperationException($"prctl: error {Marshal.GetLastPInvokeError()}");
    }

    private static void Limit(int resource, long most)
    {
        var limit = new ResourceLimit { Soft = (nuint)most, Hard = (nuint)most };
        if (setrlimit(resource, limit) != 0)
            throw new InvalidOperationException($"setrlimit {resource}: error {Marshal.GetLastPInvokeError()}");
    }

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int setrlimit(int resource, in ResourceLimit limit);

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int prctl(int option, nuint a, nuint b, nuint c, nuint d);

    private struct ResourceLimit
    {
        public nuint Soft;
        public nuint Hard;
    }
}
