using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Omr.Engine.Diagnostics;
using Omr.Engine.Template;
using Omr.Scanner.Workers;

namespace Omr.Scanner;

/// <summary>
/// Reads many files at the same time and gives their readings in the order of the files. Each job has a reader with
/// buffers of its own, so any number of jobs gives the same readings. At most twice as many files as jobs are under way
/// or wait for their turn to be given, so memory does not grow with the pile.
/// </summary>
public sealed class BatchReader
{
    private readonly Func<FileReader> _newReader;
    private readonly int _jobs;

    /// <summary>
    /// Makes a reader of piles that hold these forms. Each job reads in a worker process of its own, so that a file that
    /// crashes or holds up a decoder costs no more than its own page.
    /// </summary>
    /// <param name="templates">The forms; where there are several, a page's own code picks.</param>
    /// <param name="jobs">How many files are read at the same time, from 1.</param>
    /// <param name="worker">How to start a worker.</param>
    /// <param name="time">Measures how long a worker is silent.</param>
    public BatchReader(IReadOnlyList<FormTemplate> templates, int jobs, WorkerCommand worker, TimeProvider time)
        : this(() => new(new WorkerReader(templates, worker, time), AllGrey(templates)), jobs)
    {
    }

    /// <summary>Makes a reader that reads in this process.</summary>
    /// <param name="templates">The forms; where there are several, a page's own code picks.</param>
    /// <param name="jobs">How many files are read at the same time, from 1.</param>
    /// <param name="watch">
    /// Told what the stages saw on each page, on the thread that read it; it must not throw. Without it nothing is traced.
    /// </param>
    public BatchReader(IReadOnlyList<FormTemplate> templates, int jobs, Action<PaperFile, PageTrace>? watch = null)
        : this(() => new(new LocalReader(templates, watch), AllGrey(templates)), jobs)
    {
    }

    internal BatchReader(Func<FileReader> newReader, int jobs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        _newReader = newReader;
        _jobs = jobs;
    }

    /// <summary>Reads the files; one bad file never stops the others.</summary>
    /// <param name="files">The files in the order in which their readings are wanted.</param>
    /// <param name="stop">Ends the reading.</param>
    /// <exception cref="WorkerStartException">No worker can be started.</exception>
    public async IAsyncEnumerable<FileReading> ReadAsync(
        IReadOnlyList<PaperFile> files, [EnumeratorCancellation] CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var readers = Enumerable.Range(0, Math.Min(_jobs, files.Count)).Select(_ => _newReader()).ToList();
        var idle = Channel.CreateUnbounded<FileReader>();
        foreach (var reader in readers) idle.Writer.TryWrite(reader);
        var underWay = new Queue<Task<FileReading>>();
        try
        {
            foreach (var file in files)
            {
                if (underWay.Count == 2 * _jobs) yield return await underWay.Dequeue();
                underWay.Enqueue(Task.Run(() => ReadOneAsync(file, idle, abandon.Token), abandon.Token));
            }
            while (underWay.Count > 0) yield return await underWay.Dequeue();
        }
        finally
        {
            await abandon.CancelAsync();
            await Task.WhenAll(underWay).ContinueWith(_ => { }, TaskScheduler.Default);
            await Task.WhenAll(readers.Select(r => r.DisposeAsync().AsTask()));
        }
    }

    private static bool AllGrey(IReadOnlyList<FormTemplate> templates) => templates.All(t => t.Ink == InkChannel.Grey);

    private static async Task<FileReading> ReadOneAsync(
        PaperFile file, Channel<FileReader> idle, CancellationToken stop)
    {
        var reader = await idle.Reader.ReadAsync(stop);
        try
        {
            return await reader.ReadAsync(file, stop);
        }
        finally
        {
            idle.Writer.TryWrite(reader);
        }
    }
}
