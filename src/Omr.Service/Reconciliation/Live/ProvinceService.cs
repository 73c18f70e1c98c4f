using Omr.Service.Hosting;
using Omr.Service.Rosters;
using Omr.Service.Storage;

namespace Omr.Service.Reconciliation.Live;

/// <summary>
/// Fills the live reconciliation before the service answers anybody, and keeps it up to date from then on: whenever
/// something was written, it catches up.
/// </summary>
internal sealed partial class ProvinceService(
    Store store, ProvinceFeed feed, LiveProvince live, EventHub events, TimeProvider time, ILogger<ProvinceService> log)
    : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    // Between two times: while a pile is read there is something to catch up with all the time. Sooner than people look.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly SemaphoreSlim _written = new(0, 1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        store.Written += Wake;
        live.Record(await store.ReadAsync(db => ProvinceReader.ActsAsync(db, cancellationToken), cancellationToken));
        await feed.CatchUpAsync(cancellationToken);
        live.Changed += Publish;
        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        store.Written -= Wake;
        _written.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var told = "";
        while (true)
        {
            await _written.WaitAsync(stoppingToken);
            try
            {
                await feed.CatchUpAsync(stoppingToken);
                told = "";
                await Task.Delay(Pause, time, stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // What was written is safe; it is caught up with later.
                if (told != error.Message)
                    Behind(log, error);
                told = error.Message;
                await Task.Delay(Again, time, stoppingToken);
                Wake();
            }
        }
    }

    private void Wake()
    {
        try
        {
            _written.Release();
        }
        catch (Exception told) when (told is SemaphoreFullException or ObjectDisposedException)
        {
            // It will catch up with this as well, or the service ends.
        }
    }

    private void Publish(IReadOnlyCollection<RoomId> rooms)
    {
        foreach (var room in rooms)
            events.Publish(new("room.reconciled", room == ProvincePile.Flat ? null : room, ""));
    }

    [LoggerMessage(1, LogLevel.Error, "The live reconciliation could not catch up; it tries again")]
    private static partial void Behind(ILogger log, Exception error);
}
