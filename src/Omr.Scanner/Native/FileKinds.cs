using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Omr.Scanner.Native;

/// <summary>
/// Tells plain files from links, pipes and devices before one is opened: .NET calls a pipe a normal file, and opening it
/// waits for ever. On Linux the kernel's <c>statx</c> is asked, whose answer is laid out alike on all processors.
/// </summary>
internal static partial class FileKinds
{
    // Of fcntl.h and linux/stat.h.
    private const int HereAndNow = -100;
    private const int NoFollow = 0x100;
    private const int HandleItself = 0x1000;
    private const uint BasicFacts = 0x7ff;
    private const ushort KindMask = 0xF000;
    private const ushort PlainFile = 0x8000;
    private const int NoEntry = 2;

    /// <summary>Looks at a name without following or opening it.</summary>
    /// <param name="path">A full path.</param>
    /// <exception cref="IOException">It can't be looked at.</exception>
    public static FileKind Of(string path)
    {
        if (!OperatingSystem.IsLinux())
            return Elsewhere(path);
        if (statx(HereAndNow, path, NoFollow, BasicFacts, out var facts) != 0)
        {
            return Marshal.GetLastPInvokeError() == NoEntry
                ? FileKind.Missing
                : throw new IOException($"{path}: statx: error {Marshal.GetLastPInvokeError()}");
        }

        return KindOf(facts);
    }

    /// <summary>Looks at what was opened, on Linux.</summary>
    /// <exception cref="IOException">It can't be looked at.</exception>
    public static FileKind Of(SafeFileHandle file) =>
        statx((int)file.DangerousGetHandle(), "", HandleItself, BasicFacts, out var facts) == 0
            ? KindOf(facts)
            : throw new IOException($"statx: error {Marshal.GetLastPInvokeError()}");

    private static FileKind KindOf(Facts facts) =>
        (facts.Mode & KindMask) != PlainFile ? FileKind.Special : facts.Links > 1 ? FileKind.Linked : FileKind.Plain;

    private static FileKind Elsewhere(string path)
    {
        var file = new FileInfo(path);
        return !file.Exists ? FileKind.Missing
            : (file.Attributes & (FileAttributes.ReparsePoint | FileAttributes.Device)) != 0 ? FileKind.Special
            : FileKind.Plain;
    }

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int statx(int folder, string path, int flags, uint mask, out Facts facts);

    // struct statx, of which only the beginning is of use here.
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct Facts
    {
        public uint Mask;
        public uint BlockBytes;
        public ulong Attributes;
        public uint Links;
        public uint User;
        public uint Group;
        public ushort Mode;
    }
}
