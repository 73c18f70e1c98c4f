using System.Diagnostics;
using Omr.Benchmarks.Campaign;

namespace Omr.Benchmarks.Hosted;

/// <summary>
/// Writes scans as bad scanner programs do, many at the same time, and holds what the service stored against the whole
/// files: slowly, with pauses, with the full length reserved first, under a temporary name, over the network in odd order.
/// </summary>
internal static class WritersCommand
{
    public const string Usage = "usage: omr bench writers DIR [--files N] [--pause SECONDS] [--seed N]";

    private const int UsualFiles = 2000;
    private const int SideBySide = 50;

    public static async Task<int> RunAsync(string[] args)
    {
        var usual = new Dictionary<string, string> { ["--files"] = $"{UsualFiles}", ["--pause"] = "30", ["--seed"] = "1" };
        if (BenchOptions.Parse(args, Usage, usual) is not { } options)
            return 2;
        var files = options.Files.Take(options.Number("--files")).Select(f => f.Path).ToList();
        var dropped = await IntakeCheck.HashesAsync(files);
        using var folder = new ScratchFolder();
        using var service = ServiceProcess.Start(folder.Path);
        await service.ReadyAsync();
        var (watch, longest, seed) = (Stopwatch.StartNew(), options.Number("--pause"), options.Number("--seed"));
        await Parallel.ForAsync(0, files.Count, new ParallelOptions { MaxDegreeOfParallelism = SideBySide }, async (i, _) =>
            await WriteAsync(files[i], Path.Combine(folder.Path, "drop", $"{i:00000}{Path.GetExtension(files[i])}"), i % 5, longest, new(seed + i)));
        Console.WriteLine($"written: {watch.Elapsed.TotalSeconds:0} s");
        while (await ServiceProcess.FilesReadAsync(folder.Path) < dropped.Count && watch.Elapsed < TimeSpan.FromHours(1))
            await Task.Delay(500);
        var faults = await IntakeCheck.LossesAsync(folder.Path, dropped);
        foreach (var fault in faults.Take(20))
            Console.WriteLine(fault);
        MeasurementsFile.Put("writers", "writers", $"""
            ## Slow and careless writers

            `./omr bench writers DIR`: {files.Count} simulated sheets, {SideBySide} at the same time, a fifth each: slowly in pieces; in two parts with a pause of up to {longest} s; with its full length reserved first and filled from the front with pauses; the same from the back; under a temporary name, renamed at the end. What the ledger holds must be the whole files, each once, and none refused that is not refused by itself.

            {files.Count} files: **{faults.Count} faults** (partial, lost, doubled, refused or left over) in {watch.Elapsed.TotalMinutes:0.0} minutes.

            {Conditions.Text}

            """, whole: files.Count >= UsualFiles && longest >= 30);
        return faults.Count == 0 ? 0 : 1;
    }

    private static async Task WriteAsync(string from, string to, int habit, int longest, Random chance)
    {
        var bytes = await File.ReadAllBytesAsync(from);
        var place = habit == 4 ? Path.Combine(Path.GetDirectoryName(to)!, $"~{Path.GetFileName(to)}.tmp") : to;
        await using (var file = new FileStream(place, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0))
        {
            if (habit is 2 or 3)
                file.SetLength(bytes.Length);
            var parts = habit == 1 ? 2 : 8;
            for (var n = 0; n < parts; n++)
            {
                var part = habit == 3 ? parts - 1 - n : n;
                var (begin, end) = ((int)((long)bytes.Length * part / parts), (int)((long)bytes.Length * (part + 1) / parts));
                file.Position = begin;
                await file.WriteAsync(bytes.AsMemory(begin, end - begin));
                if (n < parts - 1)
                    await Task.Delay(TimeSpan.FromSeconds(chance.NextDouble() * (habit == 1 ? longest : longest / 8.0)));
            }
        }

        if (place != to)
            File.Move(place, to);
    }
}
