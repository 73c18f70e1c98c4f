using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Omr.Engine.Diagnostics;
using Omr.Engine.Template;

namespace Omr.Scanner;

/// <summary>
/// Reads many files at the same time and gives their readings in the order of the files. Each of the workers has its
/// own reader with its own buffers, so any number of workers gives the same readings. At most twice as many files as
/// workers are under way or wait for their turn to be given, so memory does not grow with the pile.
/// </summary>
public sealed class BatchReader
{
    private readonly Func<FileReader> _newReader;
    private readonly int _jobs;

    /// <summary>Makes a reader of piles that hold these forms.</summary>
    /// <param name="templates">The forms; where there are several, a page's own code picks.</param>
    /// <param name="jobs">How many files are read at the same time, from 1.</param>
    /// <param name="watch">
    /// Told what the stages saw on each page, on the thread that read it; it must not throw. Without it nothing is traced.
    /// </param>
    public BatchReader(IReadOnlyList<FormTemplate> templates, int jobs, Action<PaperFile, PageTrace>? watch = null)
        : this(() => new FileReader(templates, watch), jobs)
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
            foreach (var reader in readers) reader.Dispose();
        }
    }

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
