using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Omr.Engine;
using Omr.Forms.Ljk;
using Omr.Service.Hosting;
using Omr.Service.Storage;

namespace Omr.Benchmarks.Hosted;

/// <summary>Holds a data folder against the files that were dropped into it: each exactly once, none lost, none half.</summary>
internal static class IntakeCheck
{
    /// <summary>Everything that is wrong; empty if all is well.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="dropped">SHA-256 of every file that was dropped.</param>
    public static async Task<IReadOnlyList<string>> FaultsAsync(string data, IReadOnlyCollection<string> dropped)
    {
        var faults = new List<string>();
        await using var store = new Store(DataFolder.DatabaseOf(data));
        var integrity = await store.IntegrityAsync(CancellationToken.None);
        if (integrity != "ok")
            faults.Add($"integrity_check: {integrity}");
        var files = await store.ReadAsync(db => db.Files.ToListAsync(), CancellationToken.None);
        var pages = (await store.ReadAsync(db => db.Pages.Select(p => new { p.FileId, p.Refused }).ToListAsync(), CancellationToken.None))
            .ToLookup(p => p.FileId);
        var wanted = dropped.ToHashSet(StringComparer.Ordinal);
        var stored = files.Select(f => f.Sha256).ToHashSet(StringComparer.Ordinal);
        faults.AddRange(wanted.Except(stored).Select(s => $"lost: {s}"));
        faults.AddRange(stored.Except(wanted).Select(s => $"never dropped, so read from partial bytes: {s}"));
        faults.AddRange(files.GroupBy(f => f.Sha256).Where(g => g.Count() > 1).Select(g => $"twice: {g.Key}"));
        foreach (var file in files)
        {
            if (file.ReadAt is null || pages[file.Id].Count() != 1)
                faults.Add($"{file.Sha256}: {pages[file.Id].Count()} readings");
            if (pages[file.Id].Any(p => p.Refused.Length > 0))
                faults.Add($"{file.Sha256}: refused {pages[file.Id].First().Refused}");
            var path = PathOf(data, file.Sha256);
            if (!File.Exists(path) || await HashAsync(path) != file.Sha256)
                faults.Add($"{file.Sha256}: not whole in the vault");
        }

        foreach (var path in Directory.EnumerateFiles(Path.Combine(data, "vault"), "*", SearchOption.AllDirectories))
        {
            if (!stored.Contains(Path.GetFileName(path)))
                faults.Add($"{path}: in the vault, and not in the ledger");
        }

        var left = Left(data);
        if (left > 0)
            faults.Add($"{left} files left in the drop folder");
        return faults;
    }

    /// <summary>The same without pages that are refused for the same reason when the whole file is read here.</summary>
    public static async Task<IReadOnlyList<string>> LossesAsync(string data, IReadOnlyCollection<string> dropped)
    {
        using var reader = new SheetReader([.. LjkForm.All]);
        bool IsItsOwnFault(string sha256, string reason) =>
            reader.Read(File.ReadAllBytes(PathOf(data, sha256))).Any(p => p is Refusal r && r.Reason.ToString() == reason);
        return [.. (await FaultsAsync(data, dropped)).Where(f => f.Split(": refused ") is not [var sha256, var reason] || !IsItsOwnFault(sha256, reason))];
    }

    /// <summary>SHA-256 of a file.</summary>
    public static async Task<string> HashAsync(string path)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file));
    }

    /// <summary>SHA-256 of a small file.</summary>
    public static string HashOf(string path) => HashOf(File.ReadAllBytes(path));

    /// <summary>SHA-256 of these bytes.</summary>
    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string PathOf(string data, string sha256) => Path.Combine(data, "vault", sha256[..2], sha256);

    /// <summary>Files that lie in the drop folder.</summary>
    public static int Left(string data) => Directory.GetFiles(Path.Combine(data, "drop"), "*", SearchOption.AllDirectories).Length;

    /// <summary>SHA-256 of these files.</summary>
    public static async Task<IReadOnlyCollection<string>> HashesAsync(IEnumerable<string> paths)
    {
        var hashes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
            hashes.Add(await HashAsync(path));
        return hashes;
    }
}
