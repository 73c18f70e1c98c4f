using System.Diagnostics;

namespace Omr.Benchmarks.Hosted;

/// <summary>Asks a service again and again whether it lives, and looks at what memory it and its workers take.</summary>
internal sealed class ServiceWatch : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    private readonly ServiceProcess _service;
    private readonly CancellationTokenSource _end = new();
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly Task _watching;

    public ServiceWatch(ServiceProcess service)
    {
        _service = service;
        _watching = Task.Run(WatchAsync);
    }

    /// <summary>How often it was asked.</summary>
    public int Asked { get; private set; }

    /// <summary>How often it did not answer.</summary>
    public int Silent { get; private set; }

    /// <summary>The longest that an answer took.</summary>
    public TimeSpan Slowest { get; private set; }

    /// <summary>The most that a worker took, in MB that no other process shares.</summary>
    public double WorkerMegabytes { get; private set; }

    /// <summary>The most that the service's own process took.</summary>
    public double ServiceMegabytes { get; private set; }

    /// <summary>Ends the watching.</summary>
    public async Task EndAsync()
    {
        await _end.CancelAsync();
        await _watching;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _end.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            Asked++;
            try
            {
                using var answer = await _client.GetAsync($"{_service.Url}/health/live");
                Silent += answer.IsSuccessStatusCode ? 0 : 1;
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
            {
                Silent++;
            }

            var took = Stopwatch.GetElapsedTime(started);
            Slowest = took > Slowest ? took : Slowest;
            var (own, workers) = _service.MegabytesApart();
            ServiceMegabytes = Math.Max(ServiceMegabytes, own);
            WorkerMegabytes = Math.Max(WorkerMegabytes, workers.DefaultIfEmpty().Max());
            await Task.Delay(Pause, _end.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }
}
