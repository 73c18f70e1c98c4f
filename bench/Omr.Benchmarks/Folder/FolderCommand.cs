using System.Diagnostics;
using System.Globalization;
using Omr.Engine;
using Omr.Scanner;

namespace Omr.Benchmarks.Folder;

/// <summary>
/// Reads a folder and sets the time beside the decode floor of the same files in the same run. Floor and read take
/// turns file by file, and change who goes first, so that whatever else the machine does hits both alike; files are
/// loaded before the clock runs. Then floor and read each with several threads, which shows what the machine itself
/// gives for them, and the folder through the batch reader, disk included.
/// </summary>
internal static class FolderCommand
{
    public const string Usage = "usage: omr bench folder DIR [--template ID|FILE] [--jobs N] [--rounds N]";

    // Reads before the clock runs: the runtime recompiles what is hot after 30 calls and again with what it learnt.
    private const int WarmUpReads = 120;

    private const int LeastPile = 200;

    public static async Task<int> RunAsync(string[] args)
    {
        var defaults = new Dictionary<string, string>
        {
            ["--jobs"] = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture),
            ["--rounds"] = "7",
        };
        if (BenchOptions.Parse(args, Usage, defaults) is not { } options)
            return 2;
        List<ReadOnlyMemory<byte>> files = [.. options.Files.Select(f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f.Path))];
        ReportOneThread(files, options);
        await ReportSeveralThreadsAsync(files, options);
        using var process = Process.GetCurrentProcess();
        Print($"peak of memory {process.PeakWorkingSet64 / 1048576.0:0} MB, the files among it ({files.Sum(f => f.Length) / 1048576.0:0} MB)");
        return 0;
    }

    private static void ReportOneThread(List<ReadOnlyMemory<byte>> files, BenchOptions options)
    {
        using var floor = new DecodeFloor();
        using var reader = new SheetReader([options.Template]);
        using var stages = new StageClock(options.Template);
        var tally = new Tally();
        for (var i = 0; i < Math.Max(WarmUpReads, files.Count); i++)
        {
            Read(reader, files[i % files.Count], i < files.Count ? tally : new());
            stages.Run(files[i % files.Count], new double[StageClock.Names.Count]);
        }

        Print($"{files.Count} files in {options.Folder}, template {options.Template.Id}: {tally.Read} pages read, {tally.Refused} refused");
        Series floorMs = new(), readMs = new(), ratio = new();
        SheetTimes leastFloor = new(files.Count), leastRead = new(files.Count);
        var leastStages = StageClock.Names.Select(_ => new SheetTimes(files.Count)).ToList();
        var allocated = 0L;
        var stageMs = new double[leastStages.Count];
        for (var round = 0; round < options.Number("--rounds"); round++)
        {
            double floorSum = 0, readSum = 0;
            allocated = 0;
            for (var i = 0; i < files.Count; i++)
            {
                var file = files[i];
                var floorFirst = (i + round) % 2 == 0;
                var first = floorFirst ? Clock(() => floor.Decode(file.Span)) : 0;
                var before = GC.GetAllocatedBytesForCurrentThread();
                var read = Clock(() => Read(reader, file, tally));
                allocated += GC.GetAllocatedBytesForCurrentThread() - before;
                var decode = floorFirst ? first : Clock(() => floor.Decode(file.Span));
                (floorSum, readSum) = (floorSum + decode, readSum + read);
                leastFloor.Add(i, decode);
                leastRead.Add(i, read);
                Array.Clear(stageMs);
                stages.Run(file, stageMs);
                for (var stage = 0; stage < stageMs.Length; stage++)
                    leastStages[stage].Add(i, stageMs[stage]);
            }

            floorMs.Add(floorSum / files.Count);
            readMs.Add(readSum / files.Count);
            ratio.Add(readSum / floorSum);
        }

        Print($"one thread, {options["--rounds"]} rounds, ms a file       least     median   least per sheet");
        Print($"  decode floor                  {floorMs.Least,9:0.00}  {floorMs.Median,9:0.00}  {leastFloor.Mean,9:0.00}");
        Print($"  whole read                    {readMs.Least,9:0.00}  {readMs.Median,9:0.00}  {leastRead.Mean,9:0.00}");
        Print($"  whole read / decode floor     {readMs.Least / floorMs.Least,9:0.00}  {ratio.Median,9:0.00}  {leastRead.Mean / leastFloor.Mean,9:0.00}");
        for (var stage = 0; stage < leastStages.Count; stage++)
            Print($"    {StageClock.Names[stage],-48}  {leastStages[stage].Mean,9:0.000}");
        Print($"  {allocated / 1024.0 / files.Count:0.0} KB allocated a file");
    }

    private static async Task ReportSeveralThreadsAsync(List<ReadOnlyMemory<byte>> files, BenchOptions options)
    {
        var jobs = options.Number("--jobs");
        var floors = Enumerable.Range(0, jobs).Select(_ => new DecodeFloor()).ToList();
        var readers = Enumerable.Range(0, jobs).Select(_ => new SheetReader([options.Template])).ToList();
        List<Action<ReadOnlyMemory<byte>>> decode = [.. floors.Select(floor => new Action<ReadOnlyMemory<byte>>(f => floor.Decode(f.Span)))];
        List<Action<ReadOnlyMemory<byte>>> read = [.. readers.Select(reader => new Action<ReadOnlyMemory<byte>>(f => Read(reader, f, new())))];
        Series decodeOne = new(), decodeAll = new(), readOne = new(), readAll = new(), batch = new();
        Crew.Run(files, decode);
        Crew.Run(files, read);
        for (var round = 0; round < options.Number("--rounds"); round++)
        {
            decodeOne.Add(Crew.Run(files, decode[..1]));
            decodeAll.Add(Crew.Run(files, decode));
            readOne.Add(Crew.Run(files, read[..1]));
            readAll.Add(Crew.Run(files, read));
            batch.Add(await BatchMs(options, jobs));
        }

        Print($"threads: files a second                     one        {jobs}   times one: best, median");
        PrintGain("decode floor", decodeOne, decodeAll);
        PrintGain("whole read", readOne, readAll);
        PrintGain("batch reader, from disk", readOne, batch);
        floors.ForEach(f => f.Dispose());
        readers.ForEach(r => r.Dispose());

        void PrintGain(string what, Series one, Series all) => Print(
            $"  {what,-30}{files.Count * 1000 / one.Least,11:0.0} {files.Count * 1000 / all.Least,10:0.0}  {one.Least / all.Least,9:0.00} {one.Median / all.Median,9:0.00}");
    }

    private static async Task<double> BatchMs(BenchOptions options, int jobs)
    {
        // The folder over and over, so that setting up the readers weighs as little as in a room's pile of sheets.
        var times = (LeastPile + options.Files.Count - 1) / options.Files.Count;
        var pile = Enumerable.Repeat(options.Files, times).SelectMany(f => f).ToList();
        var batch = new BatchReader([options.Template], jobs);
        var start = Stopwatch.GetTimestamp();
        await foreach (var reading in batch.ReadAsync(pile))
            GC.KeepAlive(reading);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / times;
    }

    private static void Read(SheetReader reader, ReadOnlyMemory<byte> file, Tally tally)
    {
        foreach (var outcome in reader.Read(file))
            tally.Add(outcome);
    }

    private static double Clock(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
