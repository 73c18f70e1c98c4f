using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Omr.Benchmarks.Campaign;

namespace Omr.Benchmarks.Hosted;

/// <summary>
/// Thousands of files at once: into the flat folder while the service is stopped in its tracks, so that the kernel's queue of
/// events overflows and nearly all of them are lost; and into rooms' folders that are made and filled in the same moment.
/// </summary>
internal static partial class BurstCommand
{
    public const string Usage = "usage: omr bench burst DIR [--files N] [--rooms N] [--sheets N]";

    private const int UsualFiles = 20_000;
    private const int UsualRooms = 400;
    private const int UsualSheets = 1000;

    // Of signal.h on Linux.
    private const int Stop = 19;
    private const int Continue = 18;

    public static async Task<int> RunAsync(string[] args)
    {
        var usual = new Dictionary<string, string>
        {
            ["--files"] = $"{UsualFiles}", ["--rooms"] = $"{UsualRooms}", ["--sheets"] = $"{UsualSheets}",
        };
        if (BenchOptions.Parse(args, Usage, usual) is not { } options)
            return 2;
        if (!OperatingSystem.IsLinux())
        {
            Console.Error.WriteLine("omr bench burst: only on Linux, whose queue of events it overflows");
            return 2;
        }

        var (count, rooms) = (options.Number("--files"), options.Number("--rooms"));
        var sheets = options.Files.Take(Math.Min(options.Number("--sheets"), count)).Select(f => f.Path).ToList();
        var (flat, flatFaults) = await BurstAsync(sheets, count, 0, isStopped: true);
        var (deep, deepFaults) = await BurstAsync(sheets, count, rooms, isStopped: false);
        foreach (var fault in flatFaults.Concat(deepFaults).Take(20))
            Console.WriteLine(fault);
        MeasurementsFile.Put("burst", "burst", string.Create(CultureInfo.InvariantCulture, $"""
            ## Thousands of files in a burst

            `./omr bench burst DIR`: {count:n0} different files, {sheets.Count:n0} of them sheets and the others small pictures that are refused, are laid into the drop folder as fast as the disk takes them. First into the folder itself while the service is stopped (`SIGSTOP`): the kernel keeps {Queue} events, so most are lost. Then into {rooms} rooms' folders, each made and filled in the same moment, with the same file names in every room. After each burst, the same bytes come once more under other names, and other bytes under names that were taken before. Every file must be in ledger and vault exactly once with exactly one reading, the drop folder empty.

            | | until everything was read, seconds | faults |
            |---|---|---|
            | flat, with the events lost | {flat.TotalSeconds:0} | **{flatFaults.Count}** |
            | {rooms} new folders | {deep.TotalSeconds:0} | **{deepFaults.Count}** |

            {Conditions.Text}

            """), whole: count >= UsualFiles);
        return flatFaults.Count + deepFaults.Count == 0 ? 0 : 1;
    }

    private static async Task<(TimeSpan Took, IReadOnlyList<string> Faults)> BurstAsync(
        List<string> sheets, int count, int rooms, bool isStopped)
    {
        using var folder = new ScratchFolder();
        var dropped = new HashSet<string>(await IntakeCheck.HashesAsync(sheets), StringComparer.Ordinal);
        var drop = Path.Combine(folder.Path, "drop");
        using var service = ServiceProcess.Start(folder.Path);
        await service.ReadyAsync();
        await Task.Delay(TimeSpan.FromSeconds(2)); // the watcher is there by then
        var watch = Stopwatch.StartNew();
        Signal(service, isStopped ? Stop : Continue);
        string PlaceOf(int i) => Place(drop, i, count, rooms) + (i < sheets.Count ? Path.GetExtension(sheets[i]) : ".pgm");
        for (var i = 0; i < count; i++)
            Lay(PlaceOf(i), i < sheets.Count ? await File.ReadAllBytesAsync(sheets[i]) : Small(i), dropped);
        Signal(service, Continue);
        Console.WriteLine($"{count} files laid in {watch.Elapsed.TotalSeconds:0} s");
        await ReadAsync(folder.Path, dropped.Count);
        var took = watch.Elapsed;

        for (var i = 0; i < count; i += 100)
        {
            Lay($"{Place(drop, i, count, rooms)} again.pgm", i < sheets.Count ? await File.ReadAllBytesAsync(sheets[i]) : Small(i), dropped);
            Lay(PlaceOf(i), Small(count + i), dropped);
        }

        await ReadAsync(folder.Path, dropped.Count);
        return (took, await IntakeCheck.LossesAsync(folder.Path, dropped));
    }

    private static async Task ReadAsync(string data, int files)
    {
        var (last, watch) = (0, Stopwatch.StartNew());
        for (var read = 0; read < files && watch.Elapsed < TimeSpan.FromMinutes(2) || IntakeCheck.Left(data) > 0;)
        {
            await Task.Delay(500);
            read = await ServiceProcess.FilesReadAsync(data);
            if (read == last)
                continue;
            last = read;
            watch.Restart();
        }
    }

    // The same names in every room.
    private static string Place(string drop, int i, int count, int rooms)
    {
        var (room, name) = rooms == 0 ? ("", i) : ($"05-001-{i * rooms / count:000}", i % (count / rooms));
        return Path.Combine(drop, room, FormattableString.Invariant($"{name:00000}"));
    }

    private static void Lay(string place, byte[] bytes, HashSet<string> dropped)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.WriteAllBytes(place, bytes);
        dropped.Add(IntakeCheck.HashOf(bytes));
    }

    // A picture of 16 by 16 like no other.
    private static byte[] Small(int number)
    {
        var bytes = Encoding.ASCII.GetBytes("P5 16 16 255\n").Concat(new byte[256]).ToArray();
        BitConverter.TryWriteBytes(bytes.AsSpan(^8), (long)number);
        return bytes;
    }

    private static string Queue => File.ReadAllText("/proc/sys/fs/inotify/max_queued_events").Trim();

    private static void Signal(ServiceProcess service, int signal)
    {
        if (kill(service.Id, signal) != 0)
            throw new InvalidOperationException($"kill: error {Marshal.GetLastPInvokeError()}");
    }

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int kill(int process, int signal);
}
