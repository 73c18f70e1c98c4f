using System.Diagnostics;
using System.Globalization;
using Omr.Scanner;

namespace Omr.Benchmarks.Soak;

/// <summary>
/// Reads a folder of files again and again through the batch reader until so many files were read, and tells the
/// memory that the process holds as it goes: what grows with the pile shows as a slope.
/// </summary>
internal static class SoakCommand
{
    public const string Usage = "usage: omr bench soak DIR [--template ID|FILE] [--jobs N] [--files N] [--every N]";

    public static async Task<int> RunAsync(string[] args)
    {
        var defaults = new Dictionary<string, string> { ["--jobs"] = "2", ["--files"] = "20000", ["--every"] = "1000" };
        if (BenchOptions.Parse(args, Usage, defaults) is not { } options)
            return 2;
        var (wanted, every) = (options.Number("--files"), options.Number("--every"));
        using var process = Process.GetCurrentProcess();
        var held = new List<(double Files, double Mb)>();
        var read = 0;
        var start = Stopwatch.GetTimestamp();
        var batch = new BatchReader([options.Template], options.Number("--jobs"));
        var pile = Enumerable.Range(0, wanted).Select(i => options.Files[i % options.Files.Count]).ToList();
        await foreach (var reading in batch.ReadAsync(pile))
        {
            GC.KeepAlive(reading);
            if (++read % every != 0)
                continue;
            process.Refresh();
            held.Add((read, process.WorkingSet64 / 1048576.0));
            Print($"{read,8} files {held[^1].Mb,7:0.0} MB, peak {process.PeakWorkingSet64 / 1048576.0:0.0} MB, collections {GC.CollectionCount(0)}/{GC.CollectionCount(1)}/{GC.CollectionCount(2)}, {read / Stopwatch.GetElapsedTime(start).TotalSeconds:0} files/s");
        }

        // The first half warms buffers and the runtime's compiler; what the second half adds is what would go on.
        var later = held.Skip(held.Count / 2).ToList();
        if (later.Count > 1)
            Print($"slope over the last {later.Count} figures: {Slope(later) * 1000:0.000} MB a 1,000 files");
        return 0;
    }

    // Of the straight line with the least squares.
    private static double Slope(List<(double Files, double Mb)> held)
    {
        var (x, y) = (held.Average(h => h.Files), held.Average(h => h.Mb));
        return held.Sum(h => (h.Files - x) * (h.Mb - y)) / held.Sum(h => (h.Files - x) * (h.Files - x));
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
