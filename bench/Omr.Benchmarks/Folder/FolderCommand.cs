using System.Diagnostics;
using System.Globalization;
using Omr.Engine;
using Omr.Engine.Decode;
using Omr.Scanner;

namespace Omr.Benchmarks.Folder;

/// <summary>
/// Reads a folder end to end and sets the time beside the decode floor of the same files in the same run. Floor and
/// read take turns file by file, and change who goes first, so that whatever else the machine does hits both alike;
/// files are loaded before the clock runs. Then the folder goes through the batch reader, disk included.
/// </summary>
internal static class FolderCommand
{
    // Reads before the clock runs: the runtime recompiles what is hot after 30 calls and again with what it learnt.
    internal const int WarmUpReads = 120;

    public static async Task<int> RunAsync(string[] args)
    {
        if (FolderOptions.Parse(args, out var problem) is not { } options)
            return Fail(problem);
        if (PaperFiles.Find([options.Folder], out var fault) is not { } all)
            return Fail($"{fault!.Path}: no such folder");
        var bytes = new FileBytes();
        var files = all.Where(f => JpegHeader.Read(bytes.Load(f.Path).Span) is not null).ToList();
        if (files.Count == 0)
            return Fail($"{options.Folder}: holds no JPEG, so there is no decode floor to compare with");

        using var floor = new DecodeFloor();
        using var reader = new SheetReader([options.Template]);
        var tally = new Tally();
        for (var i = 0; i < Math.Max(WarmUpReads, files.Count); i++)
            Measure(bytes.Load(files[i % files.Count].Path), i, floor, reader, i < files.Count ? tally : new());
        Print($"{files.Count} JPEG files in {options.Folder}, template {options.Template.Id}: {tally.Read} pages read, {tally.Refused} refused");

        Series floorMs = new(), readMs = new(), ratio = new(), batchMs = new();
        var allocated = 0L;
        for (var round = 0; round < options.Rounds; round++)
        {
            var sum = new Timing(0, 0, 0);
            for (var i = 0; i < files.Count; i++)
                sum += Measure(bytes.Load(files[i].Path), i + round, floor, reader, new());
            floorMs.Add(sum.FloorMs / files.Count);
            readMs.Add(sum.ReadMs / files.Count);
            ratio.Add(sum.ReadMs / sum.FloorMs);
            allocated = sum.Allocated / files.Count;
            batchMs.Add(await BatchMs(files, options) / files.Count);
        }

        Print($"{options.Rounds} rounds, taking turns         min     median   sheets/s (median)");
        PrintRow("decode floor, 1 thread", floorMs);
        PrintRow("whole read, 1 thread", readMs);
        PrintRow($"folder, {options.Jobs} jobs, from disk", batchMs);
        Print($"whole read / decode floor     {ratio.Least,8:0.00}x  {ratio.Median,8:0.00}x");
        using var process = Process.GetCurrentProcess();
        Print($"memory: {allocated / 1024.0:0.0} KB allocated a sheet, peak {process.PeakWorkingSet64 / 1048576.0:0} MB");
        if (options.Workers)
            await new WorkerComparison(options, files).RunAsync();
        return 0;
    }

    private static Timing Measure(
        ReadOnlyMemory<byte> jpeg, int turn, DecodeFloor floor, SheetReader reader, Tally tally)
    {
        var header = JpegHeader.Read(jpeg.Span)!.Value;
        floor.Reserve(header.Width, header.Height);
        double floorMs = 0, readMs = 0;
        var allocated = 0L;
        if (turn % 2 == 0)
            DecodeOnly();
        ReadWhole();
        if (turn % 2 != 0)
            DecodeOnly();
        return new(floorMs, readMs, allocated);

        void DecodeOnly()
        {
            var start = Stopwatch.GetTimestamp();
            floor.Decode(jpeg.Span, header.Width, header.Height);
            floorMs = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        void ReadWhole()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            foreach (var outcome in reader.Read(jpeg))
                tally.Add(outcome);
            readMs = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static async Task<double> BatchMs(List<PaperFile> files, FolderOptions options)
    {
        var batch = new BatchReader([options.Template], options.Jobs);
        var start = Stopwatch.GetTimestamp();
        await foreach (var reading in batch.ReadAsync(files))
            GC.KeepAlive(reading);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void PrintRow(string what, Series ms) =>
        Print($"{what,-30}{ms.Least,6:0.00} ms {ms.Median,6:0.00} ms   {1000 / ms.Median,8:0.0}");

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static int Fail(string problem)
    {
        Console.Error.WriteLine($"omr bench: {problem}");
        return 2;
    }
}
