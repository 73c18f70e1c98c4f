using Microsoft.EntityFrameworkCore;
using Omr.Benchmarks.Hosted;
using Omr.Scanner.Native;
using Omr.Service.Hosting;
using Omr.Service.Storage;

namespace Omr.Benchmarks.PowerLoss;

/// <summary>
/// Lays sheets into the drop folder as scanner programs do: half of them flushed to the disk, half not. It takes a sheet for
/// safe when it was flushed, or when it sees it in <c>done/</c>; what wasn't safe when the power was cut it lays there
/// once more, as people do who scan again what they don't find.
/// </summary>
internal sealed class ScannerHand(string data, Random chance)
{
    private readonly List<Dropped> _dropped = [];

    /// <summary>SHA-256 of all sheets that were laid there.</summary>
    public IReadOnlyCollection<string> Hashes => [.. _dropped.Select(d => d.Sha256)];

    /// <summary>How many sheets were seen in <c>done/</c> before a cut.</summary>
    public int Seen => _dropped.Count(d => d.IsDone);

    private string Drop => Path.Combine(data, "drop");

    /// <summary>Lays files there, one after the other, with pauses, until the power is gone.</summary>
    public async Task DropAsync(IEnumerable<string> files, Power power, CancellationToken stop)
    {
        foreach (var file in files)
        {
            var sheet = new Dropped(FormattableString.Invariant($"{_dropped.Count:00000}{Path.GetExtension(file)}"), file, await IntakeCheck.HashAsync(file));
            _dropped.Add(sheet);
            try
            {
                Lay(sheet, chance.Next(2) == 0, power);
                await Task.Delay(chance.Next(0, 300), stop);
            }
            catch (Exception cut) when (cut is IOException or UnauthorizedAccessException or OperationCanceledException)
            {
                // It is laid there once more, and the others as well.
            }
        }
    }

    /// <summary>Looks what lies in <c>done/</c>, again and again, until it is stopped.</summary>
    public async Task WatchAsync(Power power, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var done = Directory.GetFiles(Path.Combine(data, "done")).Select(Path.GetFileName).ToHashSet();
                foreach (var sheet in _dropped.ToArray().Where(d => done.Contains(d.Name)))
                    power.WhileOn(() => sheet.IsDone = true);
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                // Not there yet, or the power is gone.
            }

            await Task.Delay(50, CancellationToken.None);
        }
    }

    /// <summary>Lays there once more what was not safe, while no service runs.</summary>
    public void DropAgain()
    {
        foreach (var sheet in _dropped.Where(d => d is { IsFlushed: false, IsDone: false }))
            Lay(sheet, isFlushed: true, new());
    }

    /// <summary>Sheets that were seen in <c>done/</c> and of which the ledger knows nothing.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        await using var store = new Store(DataFolder.DatabaseOf(data));
        var known = (await store.ReadAsync(db => db.Files.Select(f => f.Sha256).ToListAsync(), CancellationToken.None)).ToHashSet(StringComparer.Ordinal);
        return [.. _dropped.Where(d => d.IsDone && !known.Contains(d.Sha256)).Select(d => $"seen in done/, and gone: {d.Name}")];
    }

    private void Lay(Dropped sheet, bool isFlushed, Power power)
    {
        Directory.CreateDirectory(Drop);
        var (part, place) = (Path.Combine(Drop, sheet.Name + ".part"), Path.Combine(Drop, sheet.Name));
        File.Copy(sheet.File, part, overwrite: true);
        if (isFlushed)
            DurableFiles.Flush(part);
        File.Move(part, place, overwrite: true);
        if (!isFlushed)
            return;
        DurableFiles.Flush(Drop);
        power.WhileOn(() => sheet.IsFlushed = true);
    }

    private sealed class Dropped(string name, string file, string sha256)
    {
        public string Name => name;

        public string File => file;

        public string Sha256 => sha256;

        public bool IsFlushed { get; set; }

        public bool IsDone { get; set; }
    }
}
