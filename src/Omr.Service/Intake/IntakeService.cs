using Microsoft.Extensions.Options;
using Omr.Scanner.Intake;
using Omr.Service.Hosting;

namespace Omr.Service.Intake;

/// <summary>
/// Looks into every drop folder, again and again: often while files rest there, else now and then. A watcher only says
/// when to look sooner.
/// </summary>
internal sealed partial class IntakeService(
    DropPlaces drops,
    IOptions<ServiceOptions> options,
    ISheetLedger ledger,
    Vault vault,
    SheetProcessor processor,
    IntakeStatus status,
    EventHub events,
    Telemetry telemetry,
    TimeProvider time,
    ILogger<IntakeService> log) : BackgroundService
{
    // Times the usual pause between two looks while nothing rests in the folder.
    private const int Idle = 5;

    private static readonly Wording Unmounted = new(
        "disk atau jaringannya tidak terpasang lagi; pasang kembali, pekerjaan lalu berlanjut sendiri",
        "its disk or network isn't mounted any more; mount it again, and the work goes on by itself");
    private static readonly Wording OthersTurn = new(
        "layanan lain sedang mengambil dari folder ini; satu folder pindai untuk satu layanan",
        "another service takes from this folder; a drop folder is for one service");

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        vault.Tidy(); // here, since the rest begins on its own thread, when others may be copying already
        return base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(drops.All.Select(d => LookAsync(d, stoppingToken)));

    private async Task LookAsync(DropPlace drop, CancellationToken stop)
    {
        var path = drop.Path;
        var folder = new DropFolder(path);
        var o = options.Value;
        var stability = new FileStability(time, TimeSpan.FromSeconds(o.RestSeconds), TimeSpan.FromSeconds(o.PatienceSeconds));
        var intake = new FolderIntake(folder, new(drop.Done, time), vault, ledger, stability);
        using var turn = new DropTurn(drop);
        using var hint = new FolderHint(path);
        var mount = new MountWatch(path);
        var told = new HashSet<string>(StringComparer.Ordinal);
        var failing = new HashSet<(string Name, string Reason)>();
        var failed = "";
        while (true)
        {
            var rests = false;
            try
            {
                var isGone = mount.IsGone();
                if (isGone || turn.Take())
                {
                    var round = await intake.RunAsync(stop);
                    status.Looked(path, round, isGone ? Unmounted : round.HasLostDone ? DoneLost(drop.Done) : null);
                    Tell(path, round);
                    // Once for each reason: what can't be taken for days must not fill the log.
                    foreach (var (name, error) in round.Failures.Where(f => !failing.Contains((f.Name, f.Error.Message))))
                        NotTaken(log, name, error.Message);
                    failing = [.. round.Failures.Select(f => (f.Name, f.Error.Message))];
                    foreach (var name in round.Strays.Concat(round.Suspects).Where(told.Add))
                        Misplaced(log, name, path);
                    rests = round.Resting > 0;
                    if (isGone || round.HasLostDone)
                        turn.GiveUp(); // it may be held in what lies below a lost mount
                }
                else
                {
                    status.Failed(path, OthersTurn);
                    if (told.Add(path))
                        NotOurs(log, path);
                }

                failed = "";
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                turn.GiveUp();
                status.Failed(path, FaultWording.Of(error));
                if (failed != error.Message)
                    LookFailed(log, path, error);
                failed = error.Message;
            }

            var pause = TimeSpan.FromSeconds(o.PollSeconds);
            if (rests)
                await Task.Delay(pause, time, stop);
            else
                await hint.WaitAsync(Idle * pause, stop);
        }
    }

    private void Tell(string path, IntakeRound round)
    {
        if (round.Taken > 0)
        {
            telemetry.Received(round.Taken, round.New);
            Taken(log, round.Taken, round.New, path);
            events.Publish(new("file.received", null, FormattableString.Invariant($"{round.Taken}")));
        }

        if (round.New > 0)
            processor.Wake();
    }

    private static Wording DoneLost(string done) => new(
        $"folder {done} tidak ada lagi: apakah disk atau jaringannya terpasang? Kalau sengaja dihapus, buat lagi yang kosong",
        $"the folder {done} isn't there any more: is its disk or network mounted? If it was removed on purpose, make an empty one");

    [LoggerMessage(1, LogLevel.Information, "{Taken} files taken from {Folder}, {New} of them new")]
    private static partial void Taken(ILogger log, int taken, int @new, string folder);

    [LoggerMessage(4, LogLevel.Warning, "{Name} in {Folder} is no room's folder (KAB-LOKASI-RUANG) or no plain file; what it holds is not read")]
    private static partial void Misplaced(ILogger log, string name, string folder);

    [LoggerMessage(5, LogLevel.Error, "{Folder} isn't looked into: another service takes from it. A drop folder is for one service; this one takes over when the other has ended")]
    private static partial void NotOurs(ILogger log, string folder);

    [LoggerMessage(2, LogLevel.Warning, "{Name} can't be taken yet: {Reason}")]
    private static partial void NotTaken(ILogger log, string name, string reason);

    [LoggerMessage(3, LogLevel.Error, "The drop folder {Folder} can't be looked into; it is tried again")]
    private static partial void LookFailed(ILogger log, string folder, Exception error);
}
