using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Omr.Benchmarks.PowerLoss;

/// <summary>
/// A file system of its own (ext4 in a file, by a loop device) whose power can be cut: what was not flushed is gone, as the
/// kernel's own tests do it.
/// </summary>
internal sealed partial class LossyDisk : IAsyncDisposable
{
    // FS_IOC_SHUTDOWN of fs.h, and its flag that leaves even the journal as it is.
    private const nuint Shutdown = 0x8004587d;
    private const uint NoLogFlush = 2;

    private const int Megabytes = 1500;
    private static readonly TimeSpan MostPatience = TimeSpan.FromSeconds(20);

    private readonly string _image;

    private LossyDisk(string image, string path) => (_image, Path) = (image, path);

    /// <summary>Where it is mounted.</summary>
    public string Path { get; }

    /// <summary>Why there can't be one here; null if there can.</summary>
    public static string? Hindrance() =>
        !OperatingSystem.IsLinux() ? "only on Linux"
        : !Environment.IsPrivilegedProcess ? "only root may mount a file system; call it as root"
        : !File.Exists("/dev/loop-control") ? "there are no loop devices (/dev/loop-control)"
        : null;

    /// <summary>Makes one, empty, in that folder.</summary>
    public static async Task<LossyDisk> MakeAsync(string folder)
    {
        var disk = new LossyDisk(System.IO.Path.Combine(folder, "disk.img"), System.IO.Path.Combine(folder, "disk"));
        Directory.CreateDirectory(disk.Path);
        await using (var image = File.Create(disk._image))
            image.SetLength((long)Megabytes << 20);
        await RunAsync("mkfs.ext4", "-q", "-F", disk._image);
        await disk.MountAsync();
        return disk;
    }

    /// <summary>Cuts the power: from here on nothing reaches the disk, and what only memory held is lost.</summary>
    public void Cut()
    {
        var mount = open(Path, 0);
        var flag = NoLogFlush;
        if (mount < 0 || ioctl(mount, Shutdown, ref flag) != 0)
            throw new IOException($"{Path}: FS_IOC_SHUTDOWN: error {Marshal.GetLastPInvokeError()}");
        _ = close(mount);
    }

    /// <summary>Power is back: what the disk holds is there again. Nobody may have a file open.</summary>
    public async Task RemountAsync()
    {
        await UnmountAsync();
        await MountAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await UnmountAsync();
        File.Delete(_image);
    }

    private Task MountAsync() => RunAsync("mount", "-o", "loop", _image, Path);

    private async Task UnmountAsync()
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            try
            {
                await RunAsync("umount", Path);
                return;
            }
            catch (IOException) when (watch.Elapsed < MostPatience)
            {
                await Task.Delay(100); // a process that was ended still has files open
            }
        }
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var problem = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new IOException($"{program}: {problem.Trim()}");
    }

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ioctl(int file, nuint request, ref uint argument);

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int close(int file);
}
