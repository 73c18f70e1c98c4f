namespace Omr.Scanner.Intake;

/// <summary>
/// Tells when a file that some other program writes has come to rest: its size and time have not changed for a while, and
/// its format's end is there. Where the end is missing it waits longer, for a scanner that pauses between two pages, and
/// then lets the file go so that it is parked and not forgotten. Pure: it is told what is seen and asks only the clock,
/// whose monotonic side it uses, so that setting the wall clock does nothing.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="rest">How long a file with an end must not have changed.</param>
/// <param name="patience">How long one without an end must not have changed.</param>
public sealed class FileStability(TimeProvider time, TimeSpan rest, TimeSpan patience)
{
    private readonly Dictionary<string, Seen> _seen = new(StringComparer.Ordinal);

    /// <summary>Takes note of a file as it is now; true when it may be taken.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">Its size.</param>
    /// <param name="modified">Its time of change.</param>
    /// <param name="end">How it ends; asked only when the file has rested.</param>
    public bool Observe(string path, long bytes, DateTime modified, Func<FileEnd> end)
    {
        ArgumentNullException.ThrowIfNull(end);
        if (!_seen.TryGetValue(path, out var seen) || seen.Bytes != bytes || seen.Modified != modified)
        {
            _seen[path] = new(bytes, modified, time.GetTimestamp());
            return false;
        }

        var rested = time.GetElapsedTime(seen.Since);
        return rested >= patience || (rested >= rest && bytes > 0 && end() == FileEnd.Complete);
    }

    /// <summary>Forgets all files but these.</summary>
    /// <param name="present">Files that are still there.</param>
    public void KeepOnly(IReadOnlySet<string> present)
    {
        ArgumentNullException.ThrowIfNull(present);
        foreach (var gone in _seen.Keys.Where(path => !present.Contains(path)).ToList())
            _seen.Remove(gone);
    }

    private readonly record struct Seen(long Bytes, DateTime Modified, long Since);
}
