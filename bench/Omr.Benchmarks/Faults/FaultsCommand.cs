using System.Globalization;
using Omr.Benchmarks.Campaign;
using Omr.Benchmarks.Hosted;

namespace Omr.Benchmarks.Faults;

/// <summary>
/// Faults of disk, folders, clock, workers and database happen to the running service while sheets arrive: how soon it says
/// so, how soon it goes on when the fault is over, and whether every sheet is there exactly once.
/// </summary>
internal static class FaultsCommand
{
    public const string Usage = "usage: omr bench faults DIR [--sheets N]   (Linux, as administrator; --sheets: before, during and after each fault)";

    private const int UsualSheets = 8;
    private const int LatestAlarm = 30;

    public static async Task<int> RunAsync(string[] args)
    {
        if (BenchOptions.Parse(args, Usage, new() { ["--sheets"] = $"{UsualSheets}" }) is not { } options)
            return 2;
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            Console.Error.WriteLine("omr bench faults: mounting small disks needs Linux and its administrator");
            return 2;
        }

        using var folder = new ScratchFolder();
        var part = options.Number("--sheets");
        var scenes = new FaultScenes(folder.Path, new(options.Files.Select(f => f.Path)), part);
        Func<Task<FaultResult?>>[] all =
        [
            async () => await scenes.FullDiskAsync(), async () => await scenes.FullDatabaseAsync(), async () => await scenes.FullParkedAsync(),
            async () => await scenes.UnmountedAsync(), async () => await scenes.ReadOnlyAsync(),
            () => scenes.ClockAsync("-365d"), () => scenes.ClockAsync("+365d"),
            async () => await scenes.KilledWorkersAsync(), async () => await scenes.DamagedAsync(),
        ];
        var results = new List<FaultResult>();
        foreach (var scene in all)
        {
            if (await scene() is { } result)
                results.Add(result);
            else
                Console.WriteLine("libfaketime isn't here: the clock is left alone");
        }

        foreach (var wrong in results.SelectMany(r => r.Wrong).Take(20))
            Console.WriteLine(wrong);
        var faults = results.Sum(r => r.Wrong.Count);
        MeasurementsFile.Put("faults", "faults", $"""
            ## The service in trouble

            `./omr bench faults DIR`: a fault happens to the running service ({part} simulated sheets are read before, {part} arrive during, {part} after it), stays 5 s after its alarm, and ends. Alarm: seconds from the fault until both `GET /api/v1/health` and the log say so. Resumed: seconds from its end until everything that waited is read and the drop folders are empty. Usual settings, but 1 MB of free space as the least. Wrong: sheets lost, doubled, half-read, refused or left over, half-written files, a damaged database. Disks are ext4 in a file, tmpfs and bind mounts; the clock is set by libfaketime.

            | Fault | Alarm, s | Resumed, s | Sheets | Wrong | Health said |
            |---|---|---|---|---|---|
            {string.Join('\n', results.Select(Row))}

            Goal: alarm within {LatestAlarm} s, nothing wrong: {(faults == 0 && results.All(r => !(r.Alarm > LatestAlarm)) ? "met" : "**missed**")}.

            {Conditions.Text}

            """, whole: part >= UsualSheets);
        return faults == 0 ? 0 : 1;
    }

    private static string Row(FaultResult r) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {r.Fault} | {(r.Alarm is { } alarm ? alarm.ToString("0.0", CultureInfo.InvariantCulture) : "-")} | {r.Resumed:0.0} | {r.Sheets} | {r.Wrong.Count} | {Place().Replace(r.Said, "...")} |");

    private static System.Text.RegularExpressions.Regex Place() => new(@"/\S*/omr-bench-[^/]*");
}
