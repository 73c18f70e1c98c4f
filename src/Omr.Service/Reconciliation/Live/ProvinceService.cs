using System.Threading.Channels;
using Omr.Service.Hosting;
using Omr.Service.Intake;
using Omr.Service.Rosters;
using Omr.Service.Storage;

namespace Omr.Service.Reconciliation.Live;

/// <summary>
/// Fills the live reconciliation from the database before the service answers anybody, and tells it of every page that is
/// read from then on. Whoever stores something else (a list, a key, minutes, a decision) tells <see cref="LiveProvince"/>
/// itself, once it is on the disk.
/// </summary>
internal sealed partial class ProvinceService(
    Store store, SheetLedger ledger, LiveProvince live, EventHub events, TimeProvider time, ILogger<ProvinceService> log) : BackgroundService
{
    private readonly Channel<IReadOnlyList<long>> _stored = Channel.CreateUnbounded<IReadOnlyList<long>>();

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // First listen, then load: what is stored in between is told of twice, which does no harm.
        ledger.Stored += pages => _stored.Writer.TryWrite([.. pages.Select(p => p.Id)]);
        await LoadAsync(cancellationToken);
        live.Changed += Publish;
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var ids in _stored.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                live.Add(await store.ReadAsync(
                    db => ProvinceReader.PagesAsync(db, p => ids.Contains(p.Id), stoppingToken), stoppingToken));
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                NotTold(log, ids.Count, error);
                // The pages are safe in the database; they are tried again with the next ones.
                _stored.Writer.TryWrite(ids);
                await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken);
            }
        }
    }

    private Task<bool> LoadAsync(CancellationToken stop) => store.ReadAsync(
        async db =>
        {
            live.Replace(await ProvinceReader.RosterAsync(db, stop));
            live.Set(await ProvinceReader.AttendanceAsync(db, stop));
            foreach (var report in await ProvinceReader.ReportsAsync(db, stop))
                live.Set(report);
            live.Record(await ProvinceReader.ActsAsync(db, stop));
            foreach (var page in await ProvinceReader.CorrectionsAsync(db, stop))
                live.Apply(page.Key, [.. page]);
            live.Add(await ProvinceReader.PagesAsync(db, _ => true, stop));
            return true;
        },
        stop);

    private void Publish(IReadOnlyCollection<RoomId> rooms)
    {
        foreach (var room in rooms)
            events.Publish(new("room.reconciled", room == ProvincePile.Flat ? null : room, ""));
    }

    [LoggerMessage(1, LogLevel.Error, "{Pages} pages could not be reconciled; they are tried again")]
    private static partial void NotTold(ILogger log, int pages, Exception error);
}
