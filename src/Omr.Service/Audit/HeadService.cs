using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Omr.Service.Hosting;
using Omr.Service.Intake;
using Omr.Service.Storage;

namespace Omr.Service.Audit;

/// <summary>
/// Signs heads: at the start, when a run or a release is stored, every few minutes while the log grows, and at the end. A
/// folder that can't be written to doesn't stop anything; it is told by the service's health and tried again.
/// </summary>
internal sealed class HeadService(
    DataFolder data, Store store, EventHub events, IOptions<AuditOptions> options, TimeProvider time) : BackgroundService
{
    // From one look at the folders to the next, and from one try to the next where one can't be written to.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly MountWatch? _away = options.Value.Heads.Length == 0 ? null : new(Path.GetFullPath(options.Value.Heads));

    /// <summary>What the last attempt couldn't do.</summary>
    public ImmutableArray<Wording> Problems { get; private set; } = [];

    private IReadOnlyList<string> Folders => options.Value.Heads.Length == 0 ? [data.Heads] : [data.Heads, options.Value.Heads];

    private bool IsUnmounted => _away?.IsGone() == true;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await SignAsync(CancellationToken.None);
    }

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(OnTimeAsync(stoppingToken), OnEventsAsync(stoppingToken));

    private async Task OnTimeAsync(CancellationToken stop)
    {
        var most = TimeSpan.FromMinutes(options.Value.HeadMinutes);
        using var timer = new PeriodicTimer(most < Look ? most : Look, time);
        long? signed = null;
        do
        {
            if (signed is not { } since || time.GetElapsedTime(since) >= most || !Problems.IsEmpty || !Folders.All(Directory.Exists) || IsUnmounted)
            {
                await SignAsync(stop);
                signed = time.GetTimestamp();
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }

    private static Wording Unmounted(string folder) => new(
        $"{folder}: disk atau jaringan untuk kepala log tidak terpasang lagi; pasang kembali",
        $"{folder}: the disk or network for the log's heads isn't mounted any more; mount it again");

    private async Task OnEventsAsync(CancellationToken stop)
    {
        await foreach (var what in events.ListenAsync(stop))
        {
            if (what.Kind is "run.stored" or "release.stored")
                await SignAsync(stop);
        }
    }

    private async Task SignAsync(CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            // Below a share that is unmounted lies an empty folder of this machine, where a head is no witness.
            Problems = IsUnmounted
                ? [.. await HeadSigner.SignAsync(store, data.Secrets, [data.Heads], time, stop), Unmounted(options.Value.Heads)]
                : await HeadSigner.SignAsync(store, data.Secrets, Folders, time, stop);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            var fault = FaultWording.Of(broken);
            Problems = [new($"kepala log: {fault.Indonesian}", $"the log's head: {fault.English}")];
        }
        finally
        {
            _turn.Release();
        }
    }
}
