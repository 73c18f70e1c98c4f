using Microsoft.Extensions.Options;
using Omr.Scanner.Intake;
using Omr.Service.Hosting;

namespace Omr.Service.Intake;

/// <summary>
/// Looks into every drop folder, again and again. A watcher only shortens the wait: its events may be lost, and on a
/// network drive there are none.
/// </summary>
internal sealed partial class IntakeService(
    DataFolder data,
    IOptions<ServiceOptions> options,
    ISheetLedger ledger,
    Vault vault,
    SheetProcessor processor,
    IntakeStatus status,
    EventHub events,
    TimeProvider time,
    ILogger<IntakeService> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        vault.Tidy();
        return Task.WhenAll(
            options.Value.DropFolders.Prepend(data.Drop).Distinct(StringComparer.Ordinal).Select(f => LookAsync(f, stoppingToken)));
    }

    private async Task LookAsync(string path, CancellationToken stop)
    {
        var folder = new DropFolder(path);
        var done = path == data.Drop ? data.Done : Path.Combine(path, ".selesai");
        var o = options.Value;
        var stability = new FileStability(time, TimeSpan.FromSeconds(o.RestSeconds), TimeSpan.FromSeconds(o.PatienceSeconds));
        var intake = new FolderIntake(folder, new(done, time), vault, ledger, stability);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(o.PollSeconds), time);
        do
        {
            try
            {
                Tell(path, await intake.RunAsync(stop));
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                status.Failed(path, error.Message);
                LookFailed(log, path, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }

    private void Tell(string path, IntakeRound round)
    {
        status.Looked(path, round);
        if (round.Taken > 0)
        {
            Taken(log, round.Taken, round.New, path);
            events.Publish(new("file.received", null, FormattableString.Invariant($"{round.Taken}")));
        }

        if (round.New > 0)
            processor.Wake();
        foreach (var (name, reason) in round.Failures)
            NotTaken(log, name, reason);
    }

    [LoggerMessage(1, LogLevel.Information, "{Taken} files taken from {Folder}, {New} of them new")]
    private static partial void Taken(ILogger log, int taken, int @new, string folder);

    [LoggerMessage(2, LogLevel.Warning, "{Name} can't be taken yet: {Reason}")]
    private static partial void NotTaken(ILogger log, string name, string reason);

    [LoggerMessage(3, LogLevel.Error, "The drop folder {Folder} can't be looked into; it is tried again")]
    private static partial void LookFailed(ILogger log, string folder, Exception error);
}
