using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Omr.Scanner.Native;

/// <summary>
/// Opens and moves what lies under a folder in which others may write, without ever following a link out of it: whoever
/// exchanges a file or its folder for something else between the look and the grasp gets an error. On Linux the kernel resolves
/// the path so (<c>openat2</c>, Linux 5.6); elsewhere the names are looked at just before.
/// </summary>
internal static partial class Beneath
{
    // Of fcntl.h, linux/openat2.h and linux/fs.h; these flags are alike on all processors.
    private const int HereAndNow = -100;
    private const int OpenAt2 = 437;
    private const ulong ReadNow = 0x800 | CloseOnExec; // never waiting for a pipe's other end
    private const ulong PathOnly = 0x200000 | CloseOnExec;
    private const ulong CloseOnExec = 0x80000;
    private const ulong NoLinksBelow = 0x04 | 0x08;
    private const uint KeepOther = 1;
    private const int InvalidArgument = 22;
    private const int OtherDevice = 18;
    private const int NotKnown = 38;

    /// <summary>Opens a plain file of one name for reading.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="path">The file's full path, under the folder.</param>
    /// <exception cref="IOException">It can't be opened, or is a link, a pipe, a device, has another name, or lies elsewhere.</exception>
    public static FileStream Open(string root, string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return FileKinds.Of(path) == FileKind.Plain
                ? new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0)
                : throw NotPlain(path);
        }

        using var folder = Folder(root);
        var file = Resolve(folder, Path.GetRelativePath(root, path), ReadNow, path);
        if (FileKinds.Of(file) == FileKind.Plain)
            return new(file, FileAccess.Read, bufferSize: 0);
        file.Dispose();
        throw NotPlain(path);
    }

    /// <summary>Moves a file; false if the name is taken.</summary>
    /// <param name="fromRoot">The folder that it is under.</param>
    /// <param name="from">Its full path.</param>
    /// <param name="toRoot">The folder that it comes under.</param>
    /// <param name="to">Its full path there; the folder on the way is there.</param>
    /// <exception cref="IOException">It can't be moved, or a folder on the way is a link.</exception>
    public static bool TryMove(string fromRoot, string from, string toRoot, string to)
    {
        if (OperatingSystem.IsLinux())
        {
            using var source = Above(fromRoot, from);
            using var target = Above(toRoot, to);
            if (renameat2(Number(source), Path.GetFileName(from), Number(target), Path.GetFileName(to), KeepOther) == 0)
                return true;
            var error = Marshal.GetLastPInvokeError();
            if (error == 17)
                return false;
            if (error is not (InvalidArgument or OtherDevice or NotKnown)) // what shares and other disks can't do in one step
                throw Failed(from, error);
        }

        if (FileKinds.Of(to) != FileKind.Missing)
            return false;
        File.Move(from, to, overwrite: false);
        return true;
    }

    private static SafeFileHandle Above(string root, string path)
    {
        using var folder = Folder(root);
        return Resolve(folder, Path.GetRelativePath(root, Path.GetDirectoryName(path)!), PathOnly, path);
    }

    // The folder itself is the administrator's, who may have put it behind a link.
    private static SafeFileHandle Folder(string root) => Resolve(null, root, PathOnly, root);

    private static SafeFileHandle Resolve(SafeFileHandle? folder, string path, ulong flags, string shown)
    {
        var how = new How { Flags = flags, Resolve = folder is null ? 0 : NoLinksBelow };
        var number = syscall(OpenAt2, folder is null ? HereAndNow : Number(folder), path, in how, Marshal.SizeOf<How>());
        return number >= 0 ? new((nint)number, ownsHandle: true) : throw Failed(shown, Marshal.GetLastPInvokeError());
    }

    private static int Number(SafeFileHandle handle) => (int)handle.DangerousGetHandle();

    private static IOException NotPlain(string path) => new($"{path}: not a plain file of one name any more");

    private static IOException Failed(string path, int error) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{path}: {Marshal.GetPInvokeErrorMessage(error)} (error {error})"), error);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial long syscall(long number, int folder, string path, in How how, nint size);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int renameat2(int fromFolder, string from, int toFolder, string to, uint flags);

    // struct open_how.
    [StructLayout(LayoutKind.Sequential)]
    private struct How
    {
        public ulong Flags;
        public ulong Mode;
        public ulong Resolve;
    }
}
