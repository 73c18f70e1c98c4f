using System.Diagnostics;
using System.Runtime.InteropServices;
using Omr.Benchmarks.Properties;
using Omr.Simulator.Printing;

namespace Omr.Benchmarks.Campaign;

/// <summary>
/// Simulates, reads and compares sheets in memory until there are enough, chunk by chunk, and keeps the counts. Whatever
/// stops it, the same command goes on where it was.
/// </summary>
internal static class CampaignCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (CampaignOptions.Parse(args) is not { } options)
            return Fail(CampaignOptions.Usage);
        if (!PrintRaster.IsAvailable)
            return Fail("pdftoppm is missing: install poppler-utils");
        if (Kinds(options.Class) is not { Count: > 0 } kinds)
        {
            var names = HardClasses.All.Concat(IdentityClasses.All).Select(k => k.Name);
            return Fail($"{options.Class}: no such class; there are all, identity, {string.Join(", ", names)}");
        }

        if (options.Only is { } only)
            return Keep(kinds[0], options, only);
        if (CampaignState.Open(options, out var problem) is not { } state)
            return Fail(problem);
        if (state.Foreign(c => c is not (PropertiesCommand.Repeat or PropertiesCommand.Bias)) is { } foreign)
            return Fail(foreign);

        using var stop = new CancellationTokenSource();
        // Ctrl-C and the end of a service; a second one ends the program at once.
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        if (!options.ReportOnly)
            await Run(kinds, options, state, stop.Token);
        if (stop.IsCancellationRequested)
        {
            Console.Error.WriteLine(
                $"omr bench: stopped; the finished chunks are kept in {options.State}, and the same command goes on with them. "
                + "--report writes what there is.");
            return 130;
        }

        CampaignReport.Write(state, kinds.All(k => options.IsWhole(k.Sheets)));
        return 0;
    }

    private static IReadOnlyList<CampaignKind> Kinds(string? name) => name switch
    {
        null => [CampaignKind.Main],
        "all" => HardClasses.All,
        "identity" => IdentityClasses.All,
        _ => [.. HardClasses.All.Concat(IdentityClasses.All).Where(k => k.Name == name)],
    };

    private static async Task Run(
        IReadOnlyList<CampaignKind> kinds, CampaignOptions options, CampaignState state, CancellationToken stop)
    {
        var begun = Stopwatch.GetTimestamp();
        var todo = kinds
            .SelectMany(k => Enumerable.Range(0, Chunks(k)).Select(chunk => (Kind: k, Chunk: chunk)))
            .Where(c => !state.Holds(c.Kind.Name, c.Chunk))
            .OrderBy(c => c.Kind.Prints(c.Chunk)) // so that prints are drawn once for all classes
            .ToList();
        var progress = new CampaignProgress(todo.Sum(c => c.Kind.Chunk));
        // Chunks of the same number have the same prints in every class.
        var shelf = new PrintShelf(options.Seed, 0);
        var trials = Enumerable.Range(0, options.Jobs).Select(_ => new SheetTrial()).ToList();
        try
        {
            foreach (var (kind, chunk) in todo)
            {
                if (stop.IsCancellationRequested || Stopwatch.GetElapsedTime(begun).TotalMinutes > options.Minutes)
                    return;
                var prints = kind.Prints(chunk);
                shelf = shelf.Group == prints ? shelf : new(options.Seed, prints);
                if (await RunChunk(kind, chunk, shelf, trials, options.Seed, progress, stop) is not { } result)
                    return;
                state.Add(result);
                progress.Chunk(kind.Name, chunk + 1, Chunks(kind), state.Sum(kind.Name), result);
            }
        }
        finally
        {
            trials.ForEach(t => t.Dispose());
        }

        int Chunks(CampaignKind kind)
        {
            var sheets = options.Sheets ?? kind.Sheets;
            return (sheets + kind.Chunk - 1) / kind.Chunk;
        }
    }

    // Threads take the next sheet as they get free; results are added in the order of the sheets.
    private static async Task<ChunkResult?> RunChunk(
        CampaignKind kind, int chunk, PrintShelf shelf, List<SheetTrial> trials, ulong seed, CampaignProgress progress,
        CancellationToken stop)
    {
        var begun = Stopwatch.GetTimestamp();
        var results = new ChunkResult?[kind.Chunk];
        var next = -1;
        await Task.WhenAll(trials.Select(trial => Task.Run(
            () =>
            {
                try
                {
                    for (int at; (at = Interlocked.Increment(ref next)) < kind.Chunk && !stop.IsCancellationRequested;)
                    {
                        var result = trial.Run(kind.Case(seed, (chunk * kind.Chunk) + at), shelf);
                        results[at] = result;
                        progress.Sheet(result);
                    }
                }
                catch (InvalidOperationException) when (stop.WaitHandle.WaitOne(500))
                {
                    // Ctrl-C ends the pdftoppm that draws a print too, perhaps a moment before it reaches us.
                }
            },
            CancellationToken.None)));
        if (results.Contains(null))
            return null;
        var sum = new ChunkResult
        {
            Campaign = kind.Name,
            Chunk = chunk,
            Seconds = Math.Round(Stopwatch.GetElapsedTime(begun).TotalSeconds, 1),
        };
        foreach (var result in results)
            sum.Add(result!);
        return sum;
    }

    private static int Keep(CampaignKind kind, CampaignOptions options, int index)
    {
        using var trial = new SheetTrial();
        trial.Keep(kind.Case(options.Seed, index), new(options.Seed, kind.Prints(index / kind.Chunk)), options.Keep);
        return 0;
    }

    private static int Fail(string problem)
    {
        Console.Error.WriteLine($"omr bench: {problem}");
        return 2;
    }
}
