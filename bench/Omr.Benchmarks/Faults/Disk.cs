using System.Diagnostics;

namespace Omr.Benchmarks.Faults;

/// <summary>Small disks and shares that are mounted for a trial; needs Linux and its administrator.</summary>
internal sealed class Disk : IDisposable
{
    private readonly string _folder;

    private Disk(string folder) => _folder = folder;

    /// <summary>An ext4 of so many megabytes in a file, at that folder.</summary>
    public static Disk Ext4(string image, string folder, int megabytes)
    {
        using (var file = File.Create(image))
            file.SetLength((long)megabytes << 20);
        Run("mkfs.ext4", "-q", "-m", "0", image);
        return Mount(folder, "-o", "loop", image, folder);
    }

    /// <summary>Memory of so many kilobytes, at that folder.</summary>
    public static Disk Memory(string folder, int kilobytes) => Mount(folder, "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", folder);

    /// <summary>Another folder, at that folder.</summary>
    public static Disk Share(string from, string folder) => Mount(folder, "--bind", from, folder);

    /// <summary>Lets it be written to, or read only.</summary>
    public void Protect(bool isReadOnly) => Run("mount", "-o", $"remount,bind,{(isReadOnly ? "ro" : "rw")}", _folder);

    /// <summary>Gives memory another size.</summary>
    public void Resize(int kilobytes) => Run("mount", "-o", $"remount,size={kilobytes}k", _folder);

    /// <summary>Writes until no byte fits any more; the file that did it.</summary>
    public string Fill()
    {
        var path = Path.Combine(_folder, ".filler");
        using var filler = File.Create(path, 1);
        try
        {
            for (var block = new byte[4096]; ;)
                filler.Write(block);
        }
        catch (IOException)
        {
            return path; // full
        }
    }

    public void Dispose() => Run("umount", "-l", _folder);

    private static Disk Mount(string folder, params string[] arguments)
    {
        Directory.CreateDirectory(folder);
        Run("mount", arguments);
        return new(folder);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new IOException($"{program} {string.Join(' ', arguments)}: exit code {process.ExitCode}");
    }
}
