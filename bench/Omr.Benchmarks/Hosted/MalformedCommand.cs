using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Omr.Benchmarks.Campaign;
using Omr.Engine;
using Omr.Scanner.Tests.Fuzz;
using Omr.Service.Hosting;
using Omr.Service.Storage;

namespace Omr.Benchmarks.Hosted;

/// <summary>
/// Thousands of malformed files through the drop folder of a running service: it answers all the time, each file is read or
/// parked with its reason within a bounded time, and no worker takes more memory than it may.
/// </summary>
internal static class MalformedCommand
{
    public const string Usage = "usage: omr bench malformed DIR [--files N] [--seed N] (in the repository, whose fixtures/mutants are damaged too)";

    private const int UsualFiles = 2400;
    private const int Sheets = 8;
    private const int Together = 100;
    private const double MostWorkerMegabytes = 512;
    private const double LongestGapSeconds = 30;

    public static async Task<int> RunAsync(string[] args)
    {
        var usual = new Dictionary<string, string> { ["--files"] = $"{UsualFiles}", ["--seed"] = "1" };
        if (BenchOptions.Parse(args, Usage, usual) is not { } options)
            return 2;
        if (Fixtures() is not { } fixtures)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var seeds = options.Files.Take(Sheets).Select(f => f.Path).Concat(fixtures).Select(File.ReadAllBytes).ToList();
        var malformed = new MalformedFiles(seeds, await File.ReadAllBytesAsync(fixtures.First(f => Path.GetFileName(f) == "grey.jpg")), options.Number("--seed"));
        using var folder = new ScratchFolder();
        using var service = ServiceProcess.Start(folder.Path, new Dictionary<string, string>
        {
            ["PollSeconds"] = "0.5", ["RestSeconds"] = "0.5", ["PatienceSeconds"] = "1.5", ["Jobs"] = "2",
        });
        await service.ReadyAsync();
        using var watch = new ServiceWatch(service);
        var (files, kinds, clock) = (options.Number("--files"), new SortedDictionary<string, int>(StringComparer.Ordinal), Stopwatch.StartNew());
        var dropped = new HashSet<string>(StringComparer.Ordinal);
        var room = Directory.CreateDirectory(Path.Combine(folder.Path, "drop", "01-001-001")).FullName;
        for (var i = 0; i < files; i++)
        {
            var (kind, name, bytes) = malformed.Next(i);
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            await File.WriteAllBytesAsync(Path.Combine(i % 2 == 0 ? room : Path.GetDirectoryName(room)!, name), bytes);
            dropped.Add(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
            while (i % Together == 0 && i - await ServiceProcess.FilesReadAsync(folder.Path) > 4 * Together && clock.Elapsed < TimeSpan.FromHours(2))
                await Task.Delay(200);
        }

        while (await ServiceProcess.FilesReadAsync(folder.Path) < dropped.Count && clock.Elapsed < TimeSpan.FromHours(2))
            await Task.Delay(500);
        await watch.EndAsync();
        var (ends, gap, faults) = await JudgeAsync(folder.Path, dropped);
        if (watch.Silent > 0)
            faults.Add($"the service did not answer {watch.Silent} times");
        if (watch.WorkerMegabytes > MostWorkerMegabytes)
            faults.Add(FormattableString.Invariant($"a worker took {watch.WorkerMegabytes:0} MB"));
        if (gap > LongestGapSeconds)
            faults.Add(FormattableString.Invariant($"{gap:0.0} s without a file finished"));
        foreach (var fault in faults.Take(20))
            Console.WriteLine(fault);
        MeasurementsFile.Put("malformed", "malformed", string.Create(CultureInfo.InvariantCulture, $"""
            ## Malformed files through the service

            `./omr bench malformed DIR`: {dropped.Count} malformed files ({string.Join(", ", kinds.Select(k => $"{k.Value} {k.Key}"))}; bombs are pictures of enormous size, 80,000 scans, looping directories, 10,000 pages), under names that often lie about the format, through the drop folder of a running service with two workers. Asked every half second, it must answer; each file must be kept whole and be read or parked with its reason.

            How they ended, a page each: {string.Join(", ", ends.Select(e => $"{e.Value} {e.Key}"))}.

            **{faults.Count} faults** in {clock.Elapsed.TotalMinutes:0.0} minutes. Asked {watch.Asked} times, {watch.Silent} times without an answer, the slowest took {watch.Slowest.TotalSeconds:0.00} s. Longest time without a file finished: {gap:0.0} s. Largest worker {watch.WorkerMegabytes:0} MB (limit {MostWorkerMegabytes:0}), largest service process {watch.ServiceMegabytes:0} MB.

            {Conditions.Text}

            """), whole: files >= UsualFiles);
        return faults.Count == 0 ? 0 : 1;
    }

    private static async Task<(SortedDictionary<string, int> Ends, double Gap, List<string> Faults)> JudgeAsync(string data, HashSet<string> dropped)
    {
        var (ends, faults) = (new SortedDictionary<string, int>(StringComparer.Ordinal), new List<string>());
        await using var store = new Store(DataFolder.DatabaseOf(data));
        var files = await store.ReadAsync(db => db.Files.ToListAsync(), CancellationToken.None);
        var pages = (await store.ReadAsync(db => db.Pages.Select(p => new { p.FileId, p.Refused }).ToListAsync(), CancellationToken.None)).ToLookup(p => p.FileId);
        var stored = files.Select(f => f.Sha256).ToHashSet(StringComparer.Ordinal);
        faults.AddRange(dropped.Except(stored).Select(s => $"lost: {s}"));
        faults.AddRange(stored.Except(dropped).Select(s => $"never dropped: {s}"));
        var parked = Directory.EnumerateFiles(Path.Combine(data, "parked"), "*.txt", SearchOption.AllDirectories)
            .ToDictionary(f => long.Parse(Path.GetFileName(f).Split(' ')[0], CultureInfo.InvariantCulture), File.ReadAllLines);
        foreach (var file in files)
        {
            var refused = pages[file.Id].Where(p => p.Refused.Length > 0).ToList();
            if (file.ReadAt is null || !pages[file.Id].Any())
                faults.Add($"{file.Sha256}: no page");
            if (refused.Count > 0 && (!parked.TryGetValue(file.Id, out var text) || text.Length < 2 + refused.Count))
                faults.Add($"{file.Sha256}: not parked with its reason");
            if (await IntakeCheck.HashAsync(Path.Combine(data, "vault", file.Sha256[..2], file.Sha256)) != file.Sha256)
                faults.Add($"{file.Sha256}: not whole in the vault");
            foreach (var page in pages[file.Id])
            {
                var end = page.Refused.Length == 0 ? "read" : page.Refused;
                ends[end] = ends.GetValueOrDefault(end) + 1;
                if (page.Refused is nameof(RefusalReason.Failed))
                    faults.Add($"{file.Sha256}: failed");
            }
        }

        var times = files.Select(f => f.ReadAt).OfType<DateTime>().Order().ToList();
        return (ends, times.Zip(times.Skip(1)).Select(t => (t.Second - t.First).TotalSeconds).DefaultIfEmpty().Max(), faults);
    }

    private static List<string>? Fixtures()
    {
        var folder = new DirectoryInfo(Environment.CurrentDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Omr.sln")))
            folder = folder.Parent;
        return folder is null
            ? null
            : [.. Directory.GetFiles(Path.Combine(folder.FullName, "fixtures", "mutants")).Where(f => !f.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }
}
