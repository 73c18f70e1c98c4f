using System.Diagnostics;
using System.Globalization;
using Omr.Benchmarks.Campaign;
using Omr.Simulator.Printing;

namespace Omr.Benchmarks.Properties;

/// <summary>
/// Measures what must hold for any sheet: read again it never changes between two answers or between mark and blank, and
/// weak marks fare alike in every option and place. Goes on where it was, from the state file, and writes its part of
/// <c>docs/measurements.md</c>.
/// </summary>
internal static class PropertiesCommand
{
    public const string Repeat = "repeat";
    public const string Bias = "bias";

    private const int UsualSheets = 1_000;

    public const string Usage =
        "usage: omr bench properties repeat|bias [--sheets N] [--minutes N] [--seed N] [--jobs N] [--state FILE] [--report] "
        + "[--mix-engines]";

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var name and (Repeat or Bias), ..]
            || CampaignOptions.Parse(args[1..], $"properties-{name}.jsonl") is not { Class: null, Only: null } options)
        {
            return Fail(Usage);
        }

        if (!PrintRaster.IsAvailable)
            return Fail("pdftoppm is missing: install poppler-utils");
        if (CampaignState.Open(options, out var problem) is not { } state)
            return Fail(problem);
        if (state.Foreign(c => c == name) is { } foreign)
            return Fail(foreign);

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        if (!options.ReportOnly)
            await Run(name, options, state, stop.Token);
        if (stop.IsCancellationRequested)
        {
            Console.Error.WriteLine(
                $"omr bench: stopped; the finished sheets are kept in {options.State}, and the same command goes on with them. "
                + "--report writes what there is.");
            return 130;
        }

        if (state.Chunks.Count == 0)
            return Fail($"{options.State}: no sheet is measured yet");
        var whole = options.IsWhole(UsualSheets);
        if (name == Repeat)
            MeasurementsFile.Put("repeated scans", $"properties {name}", CampaignReport.Text(state, text => RepeatReport.Write(text, state)), whole);
        else
            MeasurementsFile.Put("marginal marks", $"properties {name}", CampaignReport.Text(state, text => BiasReport.Write(text, state)), whole);
        return 0;
    }

    // Each thread takes the next sheet that the state doesn't hold.
    private static async Task Run(string name, CampaignOptions options, CampaignState state, CancellationToken stop)
    {
        var begun = Stopwatch.GetTimestamp();
        var sheets = options.Sheets ?? UsualSheets;
        var waiting = new Queue<int>(Enumerable.Range(0, sheets).Where(i => !state.Holds(name, i)));
        await Task.WhenAll(Enumerable.Range(0, options.Jobs).Select(_ => Task.Run(Work, CancellationToken.None)));

        void Work()
        {
            using var repeated = new RepeatedScans();
            using var marks = new MarginalMarks();
            while (!stop.IsCancellationRequested && Stopwatch.GetElapsedTime(begun).TotalMinutes < options.Minutes)
            {
                int index;
                lock (waiting)
                {
                    if (!waiting.TryDequeue(out index))
                        return;
                }

                var from = Stopwatch.GetTimestamp();
                ChunkResult result;
                try
                {
                    result = name == Repeat ? repeated.Run(options.Seed, index) : marks.Run(options.Seed, index);
                }
                catch (InvalidOperationException) when (stop.WaitHandle.WaitOne(500))
                {
                    // Ctrl-C ends the pdftoppm that draws a print too, perhaps a moment before it reaches us.
                    return;
                }

                result = result with
                {
                    Campaign = name, Chunk = index, Seconds = Math.Round(Stopwatch.GetElapsedTime(from).TotalSeconds, 1),
                };
                lock (waiting)
                {
                    state.Add(result);
                    foreach (var finding in result.Findings)
                        Console.WriteLine($"  {finding}");
                    if (state.Chunks.Count % 10 == 0)
                    {
                        Console.WriteLine(string.Create(
                            CultureInfo.InvariantCulture,
                            $"{name}: {state.Chunks.Count(c => c.Campaign == name)}/{sheets} sheets, {result.Total.Sheets / result.Seconds:0.0} scans/s a thread"));
                    }
                }
            }
        }
    }

    private static int Fail(string problem)
    {
        Console.Error.WriteLine($"omr bench: {problem}");
        return 2;
    }
}
