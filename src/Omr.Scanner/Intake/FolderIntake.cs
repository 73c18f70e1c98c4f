using Omr.Scanner.Native;

namespace Omr.Scanner.Intake;

/// <summary>
/// Takes what scanners leave in a drop folder, so that a power cut at any line loses nothing and doubles nothing: wait
/// until the file rests, copy it to the vault, note it in the ledger, then move the original away. Whatever was done
/// before a crash is done again and changes nothing. A file that can't be taken stays and is tried again.
/// </summary>
/// <param name="folder">What is looked into.</param>
/// <param name="done">Where originals go.</param>
/// <param name="vault">Keeps the bytes.</param>
/// <param name="ledger">Keeps the book.</param>
/// <param name="stability">Tells files at rest from files in work.</param>
public sealed class FolderIntake(DropFolder folder, DoneFolder done, Vault vault, ISheetLedger ledger, FileStability stability)
{
    // Files whose ledger rows share one transaction, and whose flushes to the disk run side by side.
    private const int Together = 32;
    private const int SideBySide = 4;

    // Sixteen times what the engine reads. A file without end (one of holes takes no room) would fill the disk in the vault.
    private const long MostBytes = 1L << 30;

    private readonly List<IncomingFile> _grown = [];

    // Files of the drop folder that are in the ledger already, as they are there.
    private readonly Dictionary<string, (long Bytes, DateTime Modified)> _unmoved = new(StringComparer.Ordinal);
    private bool _hasLooked;
    private bool _hasMoved;

    /// <summary>Looks once, and takes what is ready.</summary>
    /// <exception cref="IOException">The folder is gone or can't be listed, or the ledger can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be listed.</exception>
    public async Task<IntakeRound> RunAsync(CancellationToken stop)
    {
        var listing = folder.List();
        if (!_hasLooked)
            await LookBackAsync(listing.Files, stop);
        _hasLooked = true;
        Grow();
        var all = listing.Files.Select(WithPast).Concat(_grown).ToList();
        stability.KeepOnly(all.Select(f => f.Path).ToHashSet(StringComparer.Ordinal));
        var failures = new List<(string, Exception)>();
        var ready = all.Where(f => IsReady(f, failures)).ToLookup(IsNoted);
        // In a folder that can't be written to nothing is copied again and again: only the moving is.
        var (taken, fresh) = (ready[true].Count(f => MoveAway(f, failures)), 0);
        foreach (var group in ready[false].Chunk(Together))
        {
            var kept = Keep(group, failures, stop);
            var isNew = await ledger.ReceiveAsync([.. kept.Select(k => k.Arrival)], stop);
            fresh += isNew.Count(n => n);
            taken += kept.Count(k => MoveAway(k.File, failures));
        }

        _hasMoved |= taken > 0;
        return new(
            taken, fresh, all.Count - taken - failures.Count, failures, listing.Suspects, listing.Strays, _hasMoved && !Directory.Exists(done.Root));
    }

    private void Grow()
    {
        foreach (var file in done.Changed())
        {
            _grown.RemoveAll(g => g.Path == file.Path);
            _grown.Add(file);
        }
    }

    // What grew while the service was off: originals that were moved away, and those that a crash left where they were.
    private async Task LookBackAsync(IReadOnlyList<IncomingFile> files, CancellationToken stop)
    {
        var arrived = await ledger.ArrivedAsync(folder.Root, stop);
        _hasMoved = arrived.Count > 0;
        var history = new TakenFiles(arrived, done.List(folder));
        _grown.AddRange(history.Grown);
        done.WatchRecent(history.Unchanged);
        foreach (var file in files)
        {
            if (history.MayBe(file) is { } before && GrownFile.BeginsWith(() => OpenAlone(file), vault.PathOf(before.Sha256)))
                _unmoved[file.Path] = (before.Bytes, before.Modified);
        }
    }

    private IncomingFile WithPast(IncomingFile file) =>
        _unmoved.TryGetValue(file.Path, out var taken) && taken.Modified != file.Modified ? file with { Taken = taken.Modified } : file;

    private bool IsNoted(IncomingFile file) =>
        _unmoved.TryGetValue(file.Path, out var taken) && taken == (file.Bytes, file.Modified);

    private bool IsReady(IncomingFile file, List<(string, Exception)> failures)
    {
        if (file.Bytes > MostBytes)
        {
            failures.Add((file.Name, new InvalidDataException(FormattableString.Invariant(
                $"{file.Bytes} bytes, more than {MostBytes}: no scan is that large; take it away"))));
            return false;
        }

        try
        {
            return stability.Observe(file.Path, file.Bytes, file.Modified, () => EndOf(file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            failures.Add((file.Name, error));
            return false;
        }
    }

    private FileEnd EndOf(IncomingFile file)
    {
        using var stream = OpenAlone(file);
        return StructuralEnd.Of(stream);
    }

    private IReadOnlyList<(IncomingFile File, Arrival Arrival)> Keep(
        IncomingFile[] files, List<(string, Exception)> failures, CancellationToken stop)
    {
        var kept = new (IncomingFile, Arrival)?[files.Length];
        Parallel.For(0, files.Length, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = stop }, i =>
        {
            var file = files[i];
            try
            {
                using var stream = OpenAlone(file);
                var copy = vault.Put(stream, () => IsAsListed(file), stop);
                if (copy is not null)
                    kept[i] = (file, new(
                        file.Name, file.Room ?? "", file.Modified, copy.Sha256, copy.Bytes, folder.Root, file.Taken));

                // From here on the copy is read. A pile would else be held in memory twice, and every copy cost new memory,
                // which took longer than the copying itself.
                FileCache.Forget(stream.SafeFileHandle);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                lock (failures)
                    failures.Add((file.Name, error));
            }
        });
        return [.. kept.OfType<(IncomingFile, Arrival)>()];
    }

    private bool MoveAway(IncomingFile file, List<(string, Exception)> failures)
    {
        try
        {
            if (_grown.RemoveAll(g => g.Path == file.Path) > 0)
                done.Watch(file);
            else
                done.Take(file, folder);
            _unmoved.Remove(file.Path);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _unmoved[file.Path] = (file.Bytes, file.Modified);
            failures.Add((file.Name, error));
            return false;
        }
    }

    // Windows refuses while somebody writes; elsewhere size and time tell. Nowhere is a link followed.
    private FileStream OpenAlone(IncomingFile file) => Beneath.Open(RootOf(file), file.Path);

    // A grown file lies where originals go, which may be a folder in the drop folder.
    private string RootOf(IncomingFile file) => folder.Holds(file.Path) ? folder.Root : done.Root;

    private static bool IsAsListed(IncomingFile file) =>
        new FileInfo(file.Path) is { Exists: true } now && now.Length == file.Bytes && now.LastWriteTimeUtc == file.Modified;
}
