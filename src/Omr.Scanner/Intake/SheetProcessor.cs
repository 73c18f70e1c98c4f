using System.Collections.Concurrent;
using System.Data.Common;
using System.Threading.Channels;
using Omr.Engine;
using Omr.Engine.Template;
using Omr.Scanner.Workers;

namespace Omr.Scanner.Intake;

/// <summary>
/// Reads what the ledger says waits, in the order of arrival, in worker processes that a bad file may crash. Readings that
/// are ready together are stored together, so that one flush to the disk serves many sheets. After a crash the ledger
/// says again what waits; nothing else is remembered.
/// </summary>
public sealed class SheetProcessor : IDisposable
{
    // Readings stored in one transaction: a second's work of a fast machine, lost and done again in a crash.
    private const int Together = 64;

    // How long a reading waits for others to be stored with it: too short for a person to notice, and at full speed some
    // twenty sheets share a transaction and its flush, of which each costs as much as a tenth of a sheet's reading.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);

    // How long new work waits at most when nobody wakes the processor.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    // From one try to the next to read what the vault couldn't give.
    private static readonly TimeSpan Aside = TimeSpan.FromSeconds(10);

    private readonly IReadOnlyList<Func<FileReader>> _newReaders;
    private readonly Vault _vault;
    private readonly ISheetLedger _ledger;
    private readonly ParkedFolder _parked;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly ConcurrentDictionary<WaitingFile, Exception> _unreadable = new();
    private volatile Exception? _asking;
    private volatile Exception? _starting;
    private volatile Exception? _storing;

    /// <summary>Makes a processor; it reads nothing before <see cref="RunAsync"/>.</summary>
    /// <param name="templates">The forms; a page's own code picks.</param>
    /// <param name="jobs">How many files are read at the same time, from 1.</param>
    /// <param name="worker">How to start a worker.</param>
    /// <param name="vault">Where the files are.</param>
    /// <param name="ledger">What says what waits.</param>
    /// <param name="parked">Where files go of which a page was refused.</param>
    /// <param name="time">The clock.</param>
    public SheetProcessor(
        IReadOnlyList<FormTemplate> templates,
        int jobs,
        WorkerCommand worker,
        Vault vault,
        ISheetLedger ledger,
        ParkedFolder parked,
        TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(templates);
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        var grey = templates.All(t => t.Ink == InkChannel.Grey);
        _newReaders = [.. Enumerable.Repeat<Func<FileReader>>(() => new(new WorkerReader(templates, worker, time), grey), jobs)];
        (_vault, _ledger, _parked, _time) = (vault, ledger, parked, time);
    }

    /// <summary>Files that were read since the start.</summary>
    public long Done { get; private set; }

    /// <summary>Why nothing is read or stored now; null while all is well. It is tried again until it works.</summary>
    public Exception? Problem => _storing ?? _asking ?? _starting;

    /// <summary>Files whose bytes the vault can't give, with the reason: they wait, since that is no fault of the paper.</summary>
    public IEnumerable<(string Name, Exception Error)> Unreadable => _unreadable.Select(u => (u.Key.Name, u.Value));

    /// <summary>Says that there may be work.</summary>
    public void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake.
        }
    }

    /// <summary>Reads until it is stopped, whatever is in the way meanwhile.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var work = Channel.CreateBounded<WaitingFile>(2 * _newReaders.Count);
        var readings = Channel.CreateBounded<(WaitingFile, FileReading)>(2 * Together);
        List<Task> all =
        [
            FeedAsync(work.Writer, either.Token),
            .. _newReaders.Select(make => Task.Run(() => ReadAsync(make, work.Reader, readings.Writer, either.Token), either.Token)),
            StoreAsync(readings.Reader, either.Token),
        ];
        try
        {
            await await Task.WhenAny(all); // none of them ends by itself
        }
        finally
        {
            await either.CancelAsync();
            await Task.WhenAll(all).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _wake.Dispose();

    private async Task FeedAsync(ChannelWriter<WaitingFile> work, CancellationToken stop)
    {
        var aside = _time.GetTimestamp();
        for (var last = 0L; ;)
        {
            if (_time.GetElapsedTime(aside) >= Aside)
            {
                aside = _time.GetTimestamp();
                foreach (var file in _unreadable.Keys)
                    await work.WriteAsync(file, stop);
            }

            var waiting = await AskAsync(last, stop);
            foreach (var file in waiting)
            {
                await work.WriteAsync(file, stop);
                last = file.Id;
            }

            if (waiting.Count == 0)
                await _wake.WaitAsync(Pause, stop);
        }
    }

    private async Task<IReadOnlyList<WaitingFile>> AskAsync(long after, CancellationToken stop)
    {
        try
        {
            var waiting = await _ledger.WaitingAsync(after, Together, stop);
            _asking = null;
            return waiting;
        }
        catch (Exception error) when (error is IOException or DbException)
        {
            _asking = error;
            return [];
        }
    }

    private async Task ReadAsync(
        Func<FileReader> make, ChannelReader<WaitingFile> work, ChannelWriter<(WaitingFile, FileReading)> readings, CancellationToken stop)
    {
        await using var reader = make();
        await foreach (var file in work.ReadAllAsync(stop))
        {
            var reading = await ReadAsync(reader, file, stop);
            if (reading.Pages.OfType<Refusal>().Any() && _vault.Fault(file.Sha256) is { } fault)
            {
                _unreadable[file] = fault;
                continue;
            }

            _unreadable.TryRemove(file, out _);
            await readings.WriteAsync((file, reading), stop);
        }
    }

    private async Task<FileReading> ReadAsync(FileReader reader, WaitingFile file, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                var reading = await reader.ReadAsync(new(_vault.PathOf(file.Sha256), file.Name), stop);
                _starting = null;
                return reading;
            }
            catch (WorkerStartException error)
            {
                _starting = error;
                await Task.Delay(Pause, _time, stop);
            }
        }
    }

    private async Task StoreAsync(ChannelReader<(WaitingFile, FileReading)> readings, CancellationToken stop)
    {
        var ready = new List<(WaitingFile, FileReading)>(Together);
        while (await readings.WaitToReadAsync(stop))
        {
            await Task.Delay(Gathering, _time, stop);
            while (ready.Count < Together && readings.TryRead(out var reading))
                ready.Add(reading);
            while (!await TryStoreAsync(ready, stop))
                await Task.Delay(Pause, _time, stop);
            Done += ready.Count;
            ready.Clear();
        }
    }

    // A full disk or a folder that vanished passes; what was read waits for it, and reading stops by itself meanwhile.
    private async Task<bool> TryStoreAsync(IReadOnlyList<(WaitingFile File, FileReading Reading)> ready, CancellationToken stop)
    {
        try
        {
            foreach (var (file, reading) in ready)
                _parked.Take(file, reading);
            await _ledger.CompleteAsync(ready, stop);
            _storing = null;
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or DbException)
        {
            _storing = error;
            return false;
        }
    }
}
