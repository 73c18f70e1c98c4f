using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Omr.Benchmarks.Folder;
using Omr.Engine;
using Omr.Scanner;
using Omr.Scanner.Workers;

namespace Omr.Benchmarks.Workers;

/// <summary>
/// The folder from disk with one and with two workers, beside reading in this process and beside decoding alone on one
/// and two threads, all in turns: what the crossing costs, and what of a lacking second worker's speed is the machine's.
/// </summary>
internal sealed class WorkersCommand
{
    public const string Usage = "usage: omr bench workers DIR [--template ID|FILE] [--rounds N]";

    /// <summary>The word that makes a worker of the benchmarks' program.</summary>
    public const string Verb = "worker";

    private static readonly WorkerCommand Command = new(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"),
        [typeof(WorkersCommand).Assembly.Location, Verb]);

    // Reads of each worker before the clock runs: the runtime recompiles what is hot after 30 calls and again with what it
    // learnt, on threads that take the second core meanwhile.
    private const int WarmUpReads = 400;

    // Times that the files are read while it runs.
    private const int Times = 8;

    private readonly BenchOptions _options;
    private readonly IReadOnlyList<PaperFile> _files;
    private readonly List<byte[]> _bytes;

    private WorkersCommand(BenchOptions options) =>
        (_options, _files, _bytes) = (options, options.Files, [.. options.Files.Select(f => File.ReadAllBytes(f.Path))]);

    public static async Task<int> RunAsync(string[] args)
    {
        if (BenchOptions.Parse(args, Usage, new() { ["--rounds"] = "5" }) is not { } options)
            return 2;
        await new WorkersCommand(options).MeasureAsync();
        return 0;
    }

    private async Task MeasureAsync()
    {
        Series local = new(), one = new(), two = new(), decodeOne = new(), decodeTwo = new(), gain = new(), decodeGain = new();
        for (var round = 0; round < _options.Number("--rounds"); round++)
        {
            var localMs = await ReadMs(new BatchReader([_options.Template], 1), 1);
            var oneMs = await ReadMs(Workers(1), 1);
            var twoMs = await ReadMs(Workers(2), 2);
            var decodeOneMs = await DecodeMs(1);
            var decodeTwoMs = await DecodeMs(2);
            local.Add(localMs);
            one.Add(oneMs);
            two.Add(twoMs);
            decodeOne.Add(decodeOneMs);
            decodeTwo.Add(decodeTwoMs);
            gain.Add(oneMs / twoMs);
            decodeGain.Add(decodeOneMs / decodeTwoMs);
        }
        Print($"from disk, taking turns           min     median   sheets/s (median)");
        PrintRow("read in this process, 1 job", local);
        PrintRow("read with 1 worker", one);
        PrintRow("read with 2 workers", two);
        PrintRow("decode only, 1 thread", decodeOne);
        PrintRow("decode only, 2 threads", decodeTwo);
        await PrintCrossing();
        Print($"2 workers : 1 {gain.Median:0.00}x, 2 threads : 1 when decoding only {decodeGain.Median:0.00}x (medians)");
        if (OperatingSystem.IsLinux())
        {
            var (rss, pss) = await PeakMemory();
            Print($"memory of 2 workers, at most: {rss / 1024.0:0} MB resident, {pss / 1024.0:0} MB with what they share counted once");
        }
    }

    private BatchReader Workers(int count) => new([_options.Template], count, Command, TimeProvider.System);

    // The first _files start and warm up the workers, as the first sheets of a pile do, and are not timed.
    private async Task<double> ReadMs(BatchReader reader, int jobs)
    {
        PaperFile[] warmUp = [.. Enumerable.Repeat(_files, 1 + (jobs * WarmUpReads / _files.Count)).SelectMany(f => f)];
        var start = 0L;
        var read = 0;
        await foreach (var reading in reader.ReadAsync([.. warmUp, .. Enumerable.Repeat(_files, Times).SelectMany(f => f)]))
        {
            GC.KeepAlive(reading);
            if (++read == warmUp.Length)
                start = Stopwatch.GetTimestamp();
        }
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / (Times * _files.Count);
    }

    // A file that is refused at its first byte, asked of a worker and answered here, and a reading's message written and
    // read: together what a sheet costs more in a worker. The least of many, because a busy machine only adds.
    private async Task PrintCrossing()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "x");
        PaperFile file = new(path, "x");
        await using var local = new LocalReader([_options.Template]);
        await using var worker = new WorkerReader([_options.Template], Command, TimeProvider.System);
        var (here, there) = (await LeastMs(local, file), await LeastMs(worker, file));
        File.Delete(path);
        using var sheets = new SheetReader([_options.Template]);
        var reading = sheets.Read(_bytes[0]).First();
        var message = new Series();
        var writer = new MessageWriter();
        var bytes = 0;
        for (var i = 0; i < 2000; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var written = OutcomeMessage.Write(writer, reading);
            GC.KeepAlive(OutcomeMessage.Read(written.Span[MessageWriter.HeaderBytes..]));
            message.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            bytes = written.Length;
        }
        Print($"crossing: a request and its answer {there:0.000} ms (in this process {here:0.000}), a reading's {bytes / 1024.0:0.0} KB written and read {message.Least:0.000} ms (least of many)");
    }

    private static async Task<double> LeastMs(IPageReader reader, PaperFile file)
    {
        var ms = new Series();
        for (var i = 0; i < 2000; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await foreach (var page in reader.ReadAsync(file, CancellationToken.None))
                GC.KeepAlive(page);
            ms.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return ms.Least;
    }

    private async Task<double> DecodeMs(int threads)
    {
        var next = 0;
        var floors = Enumerable.Range(0, threads).Select(_ => new DecodeFloor()).ToList();
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(floors.Select(floor => Task.Run(() =>
        {
            for (var i = Interlocked.Increment(ref next) - 1; i < Times * _files.Count; i = Interlocked.Increment(ref next) - 1)
            {
                var jpeg = _bytes[i % _files.Count];
                floor.Decode(jpeg);
            }
        })));
        var ms = Stopwatch.GetElapsedTime(start).TotalMilliseconds / (Times * _files.Count);
        foreach (var floor in floors)
            floor.Dispose();
        return ms;
    }

    private async Task<(long RssKb, long PssKb)> PeakMemory()
    {
        (long Rss, long Pss) peak = (0, 0);
        await foreach (var reading in Workers(2).ReadAsync([.. Enumerable.Repeat(_files, 5).SelectMany(f => f)]))
        {
            GC.KeepAlive(reading);
            var workers = Process.GetProcessesByName("dotnet").Where(IsOurs).Select(p => p.Id).ToList();
            peak = (Math.Max(peak.Rss, workers.Sum(id => Kilobytes(id, "Rss:"))), Math.Max(peak.Pss, workers.Sum(id => Kilobytes(id, "Pss:"))));
        }
        return peak;
    }

    private static bool IsOurs(Process process)
    {
        try
        {
            return File.ReadLines($"/proc/{process.Id}/status").Contains($"PPid:\t{Environment.ProcessId}");
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static long Kilobytes(int process, string name)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/smaps_rollup").FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(name.Length, line.Length - name.Length - "kB".Length).Trim(), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static void PrintRow(string what, Series ms) =>
        Print($"{what,-30}{ms.Least,6:0.00} ms {ms.Median,6:0.00} ms   {1000 / ms.Median,8:0.0}");

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
