using Omr.Scanner.Native;

namespace Omr.Scanner.Intake;

/// <summary>
/// Where originals go that are safe in vault and ledger: the same sub-folder and name, with a number where that name is
/// taken. What a scanner program still holds open it goes on writing there; such a file is found by its changed size or
/// time and taken once more.
/// </summary>
/// <param name="root">The folder, on the same file system as the drop folder, so that moving is one step.</param>
/// <param name="time">The clock.</param>
public sealed class DoneFolder(string root, TimeProvider time)
{
    // A scanner's pause to refill its feeder; whoever takes longer closes the file.
    private static readonly TimeSpan Watched = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, (IncomingFile File, long Since)> _recent = new(StringComparer.Ordinal);

    /// <summary>The folder's full path.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>Moves an original here.</summary>
    /// <param name="file">The original.</param>
    /// <param name="from">The drop folder that it lies in.</param>
    /// <exception cref="IOException">It can't be moved; a link on the way is such a reason.</exception>
    public void Take(IncomingFile file, DropFolder from)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(from);
        if (IsLinkIn(from))
            throw new IOException($"{Root} is a link");
        var folder = Path.Combine(Root, Path.GetDirectoryName(file.Name) ?? "");
        FileModes.CreateShared(folder);
        foreach (var name in Names(Path.GetFileName(file.Name), file.Room is null))
        {
            var to = Path.Combine(folder, name);
            if (!Beneath.TryMove(from.Root, file.Path, Root, to))
                continue;
            Watch(file with { Path = to });
            return;
        }
    }

    /// <summary>What lies here, under the names it has here.</summary>
    /// <param name="from">The drop folder whose originals these are.</param>
    public IReadOnlyList<IncomingFile> List(DropFolder from)
    {
        ArgumentNullException.ThrowIfNull(from);
        return Directory.Exists(Root) && !IsLinkIn(from) ? new DropFolder(Root).List().Files : [];
    }

    /// <summary>Watches a file that lies here and was taken as it is now.</summary>
    public void Watch(IncomingFile file) =>
        _recent[file.Path] = (file with { Taken = file.Modified }, time.GetTimestamp());

    /// <summary>Watches those of the files that somebody may still be writing to.</summary>
    public void WatchRecent(IEnumerable<IncomingFile> files)
    {
        var since = time.GetUtcNow().UtcDateTime - Watched;
        foreach (var file in files.Where(f => f.Modified > since))
            Watch(file);
    }

    /// <summary>Files that changed after they were moved here, each told once for each change.</summary>
    public IReadOnlyList<IncomingFile> Changed()
    {
        var changed = new List<IncomingFile>();
        foreach (var (path, (file, since)) in _recent)
        {
            if (time.GetElapsedTime(since) > Watched)
            {
                _recent.Remove(path); // a dictionary bears that while it is gone through
                continue;
            }

            var now = new FileInfo(path);
            if (!now.Exists || (now.Length == file.Bytes && now.LastWriteTimeUtc == file.Modified))
                continue;
            changed.Add(file with { Bytes = now.Length, Modified = now.LastWriteTimeUtc });
        }

        foreach (var file in changed)
            _recent[file.Path] = (file, time.GetTimestamp());
        return changed;
    }

    // Where everybody writes, somebody may have put a link in this folder's place; elsewhere only the administrator can.
    private bool IsLinkIn(DropFolder from) => from.Holds(Root) && new DirectoryInfo(Root) is { LinkTarget: not null };

    // The name itself, then with a number before its extension. A flat file never takes the name of a room's folder.
    private static IEnumerable<string> Names(string name, bool isFlat)
    {
        if (!isFlat || !DropFolder.IsRoom(name))
            yield return name;
        for (var n = 2; ; n++)
            yield return FileNames.Fit("", name, FormattableString.Invariant($" ({n})"));
    }
}
