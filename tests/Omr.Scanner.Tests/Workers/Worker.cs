using Omr.Scanner.Workers;

namespace Omr.Scanner.Tests.Workers;

/// <summary>The worker with faults (tests/Omr.FaultyWorker), which is the real one where no fault is asked for.</summary>
internal static class Worker
{
    public static readonly WorkerCommand Command = Of();

    /// <summary>How to start it with these arguments.</summary>
    public static WorkerCommand Of(params string[] arguments) =>
        new(Path.Combine(AppContext.BaseDirectory, "Omr.FaultyWorker" + (OperatingSystem.IsWindows() ? ".exe" : "")), [.. arguments]);

    /// <summary>Reads files in workers, all by one form.</summary>
    public static async Task<List<FileReading>> ReadAsync(
        IReadOnlyList<PaperFile> files, int jobs = 1, TimeProvider? time = null)
    {
        var reader = new BatchReader([Sheets.Form], jobs, Command, time ?? TimeProvider.System);
        var readings = new List<FileReading>();
        await foreach (var reading in reader.ReadAsync(files, TestContext.Current.CancellationToken)) readings.Add(reading);
        return readings;
    }
}
