using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Omr.Scanner.Intake;
using Omr.Scanner.Native;
using Omr.Service.Audit;
using Omr.Service.Storage;

namespace Omr.Service.Hosting;

/// <summary>
/// A copy of a data folder. The database comes first, as it is at one moment; then every image that it knows of, which
/// are all in the vault already and never change. Images that an earlier backup has are not copied again; databases of
/// earlier backups stay.
/// </summary>
internal static class DataBackup
{
    private const string Databases = "omr-*.db";

    /// <summary>Makes a backup; how many images were copied, or what is wrong.</summary>
    public static async Task<(int Files, Wording? Problem)> MakeAsync(
        string data, string to, TimeProvider time, Action<int> progress, CancellationToken stop)
    {
        if (DataFolder.Missing(data) is { } missing)
            return (0, missing);
        var path = DataFolder.DatabaseOf(data);
        Directory.CreateDirectory(to);
        var at = time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var copy = Path.Combine(to, $"omr-{at}.db.unfinished");
        await using (var store = new Store(path))
            await store.BackupAsync(copy, stop);
        var (from, vault) = (new Vault(Path.Combine(data, "vault")), new Vault(Path.Combine(to, "vault")));
        var files = Copy(await HashesAsync(copy, stop), from, vault, progress, stop);
        await HeadBackup.MakeAsync(copy, data, to, time, stop);
        CopySecrets(Path.Combine(data, "secrets"), Path.Combine(to, "secrets"));
        File.Move(copy, Path.Combine(to, $"omr-{at}.db"));
        return (files, null);
    }

    /// <summary>Checks the newest backup and brings it back; how many images, or what is wrong.</summary>
    public static async Task<(int Files, Wording? Problem)> RestoreAsync(
        string from, string data, Action<int> progress, CancellationToken stop)
    {
        var newest = Directory.Exists(from) ? Directory.EnumerateFiles(from, Databases).Order(StringComparer.Ordinal).LastOrDefault() : null;
        if (newest is null)
            return (0, new($"{from}: tidak ada cadangan (omr-*.db) di situ", $"{from}: no backup (omr-*.db) is there"));
        var path = DataFolder.DatabaseOf(data);
        if (File.Exists(path))
        {
            return (0, new(
                $"{data}: sudah berisi omr.db; pulihkan ke folder kosong, tidak ada yang ditimpa",
                $"{data}: holds an omr.db already; restore to an empty folder, nothing is overwritten"));
        }

        FileModes.CreateShared(data);
        var part = path + ".part";
        File.Copy(newest, part, overwrite: true);
        if (await FaultAsync(part, stop) is { } fault)
            return (0, new($"{newest}: basis data rusak ({fault})", $"{newest}: the database is damaged ({fault})"));
        var hashes = await HashesAsync(part, stop);
        try
        {
            Copy(hashes, new(Path.Combine(from, "vault")), new(Path.Combine(data, "vault")), progress, stop);
        }
        catch (InvalidDataException damaged)
        {
            return (0, new($"{from}: {damaged.Message}", $"{from}: {damaged.Message}"));
        }

        CopySecrets(Path.Combine(from, "secrets"), Path.Combine(data, "secrets"));
        HeadBackup.Restore(from, data);
        File.Move(part, path);
        return (hashes.Count, null);
    }

    // Copying into a vault hashes what it copies, so that a damaged image is found out.
    private static int Copy(List<string> hashes, Vault from, Vault to, Action<int> progress, CancellationToken stop)
    {
        var copied = 0;
        foreach (var hash in hashes.Where(h => !File.Exists(to.PathOf(h))))
        {
            using var file = File.OpenRead(from.PathOf(hash));
            var kept = to.Put(file, () => true, stop);
            if (kept!.Sha256 != hash)
                throw new InvalidDataException($"vault {hash}: SHA-256 {kept.Sha256}");
            progress(++copied);
        }

        return copied;
    }

    private static async Task<List<string>> HashesAsync(string database, CancellationToken stop)
    {
        await using var store = new Store(database);
        return await store.ReadAsync(db => db.Files.OrderBy(f => f.Id).Select(f => f.Sha256).ToListAsync(stop), stop);
    }

    private static async Task<string?> FaultAsync(string database, CancellationToken stop)
    {
        await using var store = new Store(database);
        var said = await store.IntegrityAsync(stop);
        return said == "ok" ? null : said;
    }

    private static void CopySecrets(string from, string to)
    {
        if (!Directory.Exists(from))
            return;
        Directory.CreateDirectory(to);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(to, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
    }
}
