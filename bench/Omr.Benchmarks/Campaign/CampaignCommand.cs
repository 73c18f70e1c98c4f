using System.Diagnostics;
using System.Globalization;
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
        if (CampaignState.Open(options.State, options.Seed, options.ReportOnly, out var problem) is not { } state)
            return Fail(problem);

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        if (!options.ReportOnly)
            await Run(kinds, options, state, stop.Token);
        CampaignReport.Write(state);
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
        // Chunks of the same number have the same prints in every class.
        var shelf = new PrintShelf(options.Seed, 0);
        var trials = Enumerable.Range(0, options.Jobs).Select(_ => new SheetTrial()).ToList();
        try
        {
            foreach (var kind in kinds)
            {
                var sheets = options.Sheets ?? kind.Sheets;
                var chunks = (sheets + kind.Chunk - 1) / kind.Chunk;
                for (var chunk = 0; chunk < chunks; chunk++)
                {
                    if (state.Holds(kind.Name, chunk))
                        continue;
                    if (stop.IsCancellationRequested || Stopwatch.GetElapsedTime(begun).TotalMinutes > options.Minutes)
                        return;
                    if (await RunChunk(kind, chunk, shelf = shelf.Group == chunk ? shelf : new(options.Seed, chunk), trials, options.Seed, stop) is not { } result)
                        return;
                    state.Add(result);
                    Say(state.Sum(kind.Name), kind.Name, chunk + 1, chunks, result);
                }
            }
        }
        finally
        {
            trials.ForEach(t => t.Dispose());
        }
    }

    // Threads take the next sheet as they get free; results are added in the order of the sheets.
    private static async Task<ChunkResult?> RunChunk(
        CampaignKind kind, int chunk, PrintShelf shelf, List<SheetTrial> trials, ulong seed, CancellationToken stop)
    {
        var begun = Stopwatch.GetTimestamp();
        var results = new ChunkResult?[kind.Chunk];
        var next = -1;
        await Task.WhenAll(trials.Select(trial => Task.Run(
            () =>
            {
                for (int at; (at = Interlocked.Increment(ref next)) < kind.Chunk && !stop.IsCancellationRequested;)
                    results[at] = trial.Run(kind.Case(seed, (chunk * kind.Chunk) + at), shelf);
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

    private static void Say(ChunkResult sum, string name, int chunk, int chunks, ChunkResult last)
    {
        var total = sum.Total;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name} {chunk}/{chunks}: {total.Sheets} sheets, {total.Positions} positions, {total.Silent} silent, "
            + $"{total.Lost} lost in the scan, {total.Doubtful} doubtful, {total.SheetsInDoubt} sheets in doubt, "
            + $"{total.Refused} refused; {last.Total.Sheets / last.Seconds:0.0} sheets/s"));
        foreach (var finding in last.Findings.Where(f => f.What == "silent"))
            Console.WriteLine($"  {finding}");
    }

    private static int Keep(CampaignKind kind, CampaignOptions options, int index)
    {
        using var trial = new SheetTrial();
        trial.Keep(kind.Case(options.Seed, index), new(options.Seed, index / kind.Chunk), options.Keep);
        return 0;
    }

    private static int Fail(string problem)
    {
        Console.Error.WriteLine($"omr bench: {problem}");
        return 2;
    }
}
