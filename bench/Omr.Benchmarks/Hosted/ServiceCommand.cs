using System.Diagnostics;
using System.Globalization;
using Omr.Benchmarks.Campaign;

namespace Omr.Benchmarks.Hosted;

/// <summary>
/// A province's pile dropped as fast as the disk allows, from drop folder to stored reading, in turns with <c>omr read</c>
/// on the same files with as many jobs; and the service's memory meanwhile.
/// </summary>
internal static class ServiceCommand
{
    public const string Usage = "usage: omr bench service DIR [--sheets N] [--rooms N] [--jobs N]";

    private const int UsualSheets = 5000;

    public static async Task<int> RunAsync(string[] args)
    {
        var usual = new Dictionary<string, string>
        {
            ["--sheets"] = $"{UsualSheets}", ["--rooms"] = "200", ["--jobs"] = $"{Environment.ProcessorCount}",
        };
        if (BenchOptions.Parse(args, Usage, usual) is not { } options)
            return 2;
        var files = options.Files.Take(options.Number("--sheets")).Select(f => f.Path).ToList();
        var jobs = options["--jobs"];
        var read = await ReadAsync(files, jobs);
        Console.WriteLine($"omr read: {files.Count} files in {read.TotalSeconds:0.0} s");
        var dropped = await IntakeCheck.HashesAsync(files);
        using var folder = new ScratchFolder();
        var (served, memory) = await ServeAsync(files, folder.Path, options.Number("--rooms"), jobs);
        Console.WriteLine($"service: {served.TotalSeconds:0.0} s");
        var again = await ReadAsync(files, jobs);
        var faults = await IntakeCheck.FaultsAsync(folder.Path, dropped);
        var lost = faults.Count(f => !f.Contains("refused", StringComparison.Ordinal));
        foreach (var fault in faults.Take(20))
            Console.WriteLine(fault);
        var usually = (read + again) / 2;
        MeasurementsFile.Put("service", "service", $"""
            ## The service beside omr read

            `./omr bench service DIR`: {files.Count} simulated sheets of {options["--rooms"]} rooms are copied into the rooms' drop folders as fast as the disk allows; the clock runs from the first copy to the last stored reading (copying, waiting until a file rests, vault, ledger and both flushes to the disk included). `omr read` reads the same files from where they lie, before and after, {jobs} jobs in both.

            | | seconds | sheets a second |
            |---|---|---|
            | omr read, before and after | {read.TotalSeconds:0.0}, {again.TotalSeconds:0.0} | {files.Count / usually.TotalSeconds:0.0} |
            | the service | {served.TotalSeconds:0.0} | {files.Count / served.TotalSeconds:0.0} |

            Service : read = **{usually / served:0.00}** (goal 0.85). Refused pages {faults.Count - lost}; lost, doubled or left over {lost}. Memory of the service and its workers, shared pages counted once, in MB at each tenth of the way: {string.Join(", ", memory.Select(m => m.ToString("0", CultureInfo.InvariantCulture)))}.

            {Conditions.Text}

            """, whole: files.Count >= UsualSheets);
        return lost == 0 ? 0 : 1;
    }

    private static async Task<TimeSpan> ReadAsync(List<string> files, string jobs)
    {
        // The folder's own files only: a list of 5,000 paths is too long for a command line.
        var folder = Path.GetDirectoryName(files[0])!;
        var all = Directory.GetFiles(folder, "*.jpg").Length + Directory.GetFiles(folder, "*.tif").Length;
        var took = await ServiceProcess.RunVerbAsync("read", folder, "--template", "ljk-ukg-100", "--jobs", jobs);
        return took * files.Count / all;
    }

    private static async Task<(TimeSpan Took, List<double> Memory)> ServeAsync(List<string> files, string data, int rooms, string jobs)
    {
        using var service = ServiceProcess.Start(data, new Dictionary<string, string> { ["Jobs"] = jobs, ["Forms__0"] = "ljk-ukg-100" });
        await service.ReadyAsync();
        var watch = Stopwatch.StartNew();
        var copying = Task.Run(() => Copy(files, Path.Combine(data, "drop"), rooms));
        var memory = new List<double>();
        for (var read = 0; read < files.Count;)
        {
            await Task.Delay(250);
            read = await ServiceProcess.FilesReadAsync(data);
            if (read * 10 / files.Count > memory.Count)
                memory.Add(service.Megabytes());
        }

        await copying;
        return (watch.Elapsed, memory);
    }

    private static void Copy(List<string> files, string drop, int rooms)
    {
        for (var i = 0; i < files.Count; i++)
        {
            var room = (int)((long)i * rooms / files.Count);
            var folder = Path.Combine(drop, $"{(room / 20) + 1:00}-{(room / 4 % 5) + 1:000}-{room:000}");
            Directory.CreateDirectory(folder);
            File.Copy(files[i], Path.Combine(folder, Path.GetFileName(files[i])));
        }
    }
}
