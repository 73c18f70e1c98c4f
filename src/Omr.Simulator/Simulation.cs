using System.Collections.Immutable;
using Omr.Forms;
using Omr.Simulator.Planning;
using Omr.Simulator.Printing;
using Omr.Simulator.Truth;

namespace Omr.Simulator;

/// <summary>
/// Prints, fills and scans sheets whose truth is known: for rehearsals, tests and benchmarks. The printed PDF is drawn
/// by <c>pdftoppm</c> (<see cref="PrintRaster.IsAvailable"/>); all failures of the machine are exceptions.
/// </summary>
public static class Simulation
{
    // Sheets that one pdftoppm draws before the next starts: its start costs as much as a tenth of a page.
    private const int Chunk = 4;

    /// <summary>A plan for each participant, in order, with random answers.</summary>
    public static ImmutableArray<SheetPlan> Plan(
        SimulationSettings settings, IReadOnlyList<SimulatedParticipant> participants)
    {
        var planner = new SheetPlanner(settings.Template, settings.Profile, settings.Seed);
        return [.. participants.Select((p, index) => planner.Personal(index, p))];
    }

    /// <summary>Makes the sheets in memory, in the order of their plans.</summary>
    public static async IAsyncEnumerable<SimulatedSheet> Sheets(
        SimulationSettings settings,
        IReadOnlyList<SheetPlan> plans,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        if (plans.Count == 0)
            yield break;
        var pdf = Path.Combine(Path.GetTempPath(), $"omr-{Guid.NewGuid():N}.pdf");
        try
        {
            await using (var file = File.Create(pdf))
                FormPrinter.Print(file, settings.Template, [.. plans.Select(p => p.Sheet)]);

            // Chunks are made in parallel and handed on in order: at most one more than there are jobs is in memory.
            var jobs = Math.Max(1, settings.Jobs);
            var waiting = new Queue<Task<List<SimulatedSheet>>>();
            for (var first = 0; first < plans.Count || waiting.Count > 0;)
            {
                for (; first < plans.Count && waiting.Count < jobs; first += Chunk)
                {
                    var from = first;
                    waiting.Enqueue(Task.Run(() => Make(from), cancellation));
                }

                foreach (var sheet in await waiting.Dequeue().ConfigureAwait(false))
                    yield return sheet;
            }
        }
        finally
        {
            File.Delete(pdf);
        }

        List<SimulatedSheet> Make(int from)
        {
            var to = Math.Min(from + Chunk, plans.Count);
            var simulator = new SheetSimulator(settings);
            var made = new List<SimulatedSheet>();
            foreach (var page in PrintRaster.Pages(pdf, from + 1, to, SheetSimulator.PrintDpi(settings.Dpi)))
            {
                cancellation.ThrowIfCancellationRequested();
                made.Add(simulator.Make(from + made.Count, plans[from + made.Count], page));
            }

            return made;
        }
    }

    /// <summary>
    /// Writes the sheets and <c>truth.csv</c> into a folder, which is made if need be. Each file is written beside its
    /// place and then renamed, the truth last.
    /// </summary>
    /// <param name="settings">How.</param>
    /// <param name="plans">What.</param>
    /// <param name="folder">Where.</param>
    /// <param name="progress">Told the number of sheets written, after each.</param>
    /// <param name="cancellation">Stops between sheets.</param>
    public static async Task Run(
        SimulationSettings settings,
        IReadOnlyList<SheetPlan> plans,
        string folder,
        Action<int>? progress = null,
        CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(folder);
        var truth = new List<TruthRow>();
        var written = 0;
        await foreach (var sheet in Sheets(settings, plans, cancellation).ConfigureAwait(false))
        {
            await Write(Path.Combine(folder, sheet.FileName), sheet.Bytes, cancellation).ConfigureAwait(false);
            truth.AddRange(sheet.Truth);
            progress?.Invoke(++written);
        }

        var text = System.Text.Encoding.UTF8.GetBytes(TruthFile.Text(truth));
        await Write(Path.Combine(folder, TruthFile.Name), text, cancellation).ConfigureAwait(false);
    }

    private static async Task Write(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var beside = path + ".part";
        await File.WriteAllBytesAsync(beside, bytes, cancellation).ConfigureAwait(false);
        File.Move(beside, path, overwrite: true);
    }
}
