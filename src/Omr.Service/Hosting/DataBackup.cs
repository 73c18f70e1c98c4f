using System.Globalization;
using Microsoft.Data.Sqlite;
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
        try
        {
            await using (var store = new Store(path))
                await store.BackupAsync(copy, stop);
            var (from, vault) = (new Vault(Path.Combine(data, "vault")), new Vault(Path.Combine(to, "vault")));
            var files = Copy(await HashesAsync(copy, stop), from, vault, progress, stop);
            await HeadBackup.MakeAsync(copy, data, to, time, stop);
            CopySecrets(Path.Combine(data, "secrets"), Path.Combine(to, "secrets"));
            File.Move(copy, Path.Combine(to, $"omr-{at}.db"));
            return (files, null);
        }
        catch (Exception error) when (FaultWording.Is(error))
        {
            var fault = FaultWording.Of(error);
            return (0, new($"{to}: cadangan ini tidak selesai: {fault.Indonesian}", $"{to}: this backup wasn't finished: {fault.English}"));
        }
        finally
        {
            foreach (var left in Directory.EnumerateFiles(to, Path.GetFileName(copy) + "*"))
                File.Delete(left);
        }
    }

    /// <summary>Checks the newest backup and brings it back; how many images, or what is wrong.</summary>
    public static async Task<(int Files, Wording? Problem)> RestoreAsync(
        string from, string data, Action<int> progress, CancellationToken stop)
    {
        var (newest, unread) = await NewestAsync(from, stop);
        if (unread is not null)
            return (0, unread);
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

    // By what they hold, which only grows: a name tells the time of a clock that may have been set back.
    private static async Task<(string? Path, Wording? Problem)> NewestAsync(string from, CancellationToken stop)
    {
        var all = Directory.Exists(from) ? Directory.GetFiles(from, Databases).Order(StringComparer.Ordinal).ToArray() : [];
        if (all.Length < 2)
            return (all.SingleOrDefault(), null);
        var held = new List<(long Acts, long Files, long Pages, string Path)>();
        foreach (var path in all)
        {
            try
            {
                held.Add(await HeldAsync(path, stop));
            }
            catch (SqliteException damaged)
            {
                return (null, new(
                    $"{path}: tidak terbaca ({damaged.Message}); pindahkan berkas ini ke tempat lain untuk memulihkan cadangan yang lain",
                    $"{path}: can't be read ({damaged.Message}); move this file elsewhere to restore another backup"));
            }
        }

        return (held.Max().Path, null);
    }

    // The medium may be one that can't be written to, on which the database could not lay its index of the log file.
    private static async Task<(long Acts, long Files, long Pages, string Path)> HeldAsync(string path, CancellationToken stop)
    {
        await using var connection = new SqliteConnection($"Data Source={new Uri(Path.GetFullPath(path)).AbsoluteUri}?immutable=1;Mode=ReadOnly;Pooling=false");
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT coalesce((SELECT max(Id) FROM audit), 0), coalesce((SELECT max(Id) FROM files), 0), coalesce((SELECT max(Id) FROM pages), 0)";
        await using var reader = await command.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        return (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), path);
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
