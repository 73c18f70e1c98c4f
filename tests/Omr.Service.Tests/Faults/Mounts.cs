using System.Diagnostics;

namespace Omr.Service.Tests.Faults;

/// <summary>Folders on disks of their own, which can be full, read-only or gone; for the administrator of a Linux machine only.</summary>
internal sealed class Mounts : IDisposable
{
    private readonly List<string> _mounted = [];

    /// <summary>Skips the test where nothing can be mounted.</summary>
    public Mounts() => Assert.SkipUnless(
        OperatingSystem.IsLinux() && Environment.UserName == "root" && Try("mount", "-V"), "Mounting disks needs Linux and its administrator.");

    /// <summary>A disk of so many kilobytes at that folder.</summary>
    public void Disk(string folder, int kilobytes) => Mount(folder, "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", folder);

    /// <summary>Gives a disk another size.</summary>
    public static void Resize(string folder, int kilobytes) => Run("mount", "-o", $"remount,size={kilobytes}k", folder);

    /// <summary>Shows one folder at another.</summary>
    public void Share(string from, string folder) => Mount(folder, "--bind", from, folder);

    /// <summary>Lets a share be written to, or read only.</summary>
    public static void Protect(string folder, bool isReadOnly) => Run("mount", "-o", $"remount,bind,{(isReadOnly ? "ro" : "rw")}", folder);

    /// <summary>Takes a disk or share away; the empty folder below stays.</summary>
    public void Unmount(string folder)
    {
        Run("umount", "-l", folder);
        _mounted.Remove(folder);
    }

    public void Dispose()
    {
        foreach (var folder in _mounted.ToList())
            Unmount(folder);
    }

    private void Mount(string folder, params string[] arguments)
    {
        Directory.CreateDirectory(folder);
        Assert.SkipUnless(Try("mount", arguments), "Nothing can be mounted here.");
        _mounted.Add(folder);
    }

    private static void Run(string program, params string[] arguments) => Assert.True(Try(program, arguments), $"{program} {string.Join(' ', arguments)}");

    private static bool Try(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
