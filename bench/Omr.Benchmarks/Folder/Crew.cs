using System.Diagnostics;

namespace Omr.Benchmarks.Folder;

/// <summary>Does work on files with one or several threads that take the next file as they come free.</summary>
internal static class Crew
{
    /// <summary>Milliseconds until all files were worked on.</summary>
    /// <param name="files">The files, loaded.</param>
    /// <param name="workers">For each thread the work with its own buffers.</param>
    public static double Run(IReadOnlyList<ReadOnlyMemory<byte>> files, IReadOnlyList<Action<ReadOnlyMemory<byte>>> workers)
    {
        var next = -1;
        var start = Stopwatch.GetTimestamp();
        var threads = workers.Select(work => new Thread(() =>
        {
            while (Interlocked.Increment(ref next) is var file && file < files.Count)
                work(files[file]);
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
