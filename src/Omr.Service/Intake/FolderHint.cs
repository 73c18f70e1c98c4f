namespace Omr.Service.Intake;

/// <summary>
/// Says when to look into a folder sooner than planned. Events may be lost, doubled or never come; who waits here looks
/// after the pause in any case.
/// </summary>
internal sealed class FolderHint : IDisposable
{
    private readonly SemaphoreSlim _changed = new(0, 1);
    private readonly string _folder;
    private FileSystemWatcher? _watcher;

    public FolderHint(string folder) => _folder = folder;

    /// <summary>Waits until something may have changed, at most that long.</summary>
    public async Task WaitAsync(TimeSpan most, CancellationToken stop)
    {
        _watcher ??= TryWatch();
        await _changed.WaitAsync(most, stop);
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _changed.Dispose();
    }

    private FileSystemWatcher? TryWatch()
    {
        try
        {
            var watcher = new FileSystemWatcher(_folder) { IncludeSubdirectories = true };
            watcher.Created += (_, _) => Tell();
            watcher.Changed += (_, _) => Tell();
            watcher.Renamed += (_, _) => Tell();
            watcher.Error += (_, _) => Tell();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception error) when (error is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return null; // no folder now, or no watches left: the pause is all there is
        }
    }

    private void Tell()
    {
        try
        {
            _changed.Release();
        }
        catch (Exception told) when (told is SemaphoreFullException or ObjectDisposedException)
        {
            // It is told already, or nobody waits any more.
        }
    }
}
