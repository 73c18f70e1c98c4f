using System.Net;
using System.Net.Http.Json;
using Microsoft.Data.Sqlite;
using Omr.Service.Hosting;
using Omr.Service.Tests.Cli;

namespace Omr.Service.Tests.Faults;

/// <summary>A page of the database file that is no page any more.</summary>
public sealed class DamageTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Database => DataFolder.DatabaseOf(_folder.Path);

    private string Drop => Path.Combine(_folder.Path, "drop");

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        _folder.Dispose();
    }

    [Fact]
    public async Task A_damaged_database_is_not_served_and_the_paper_stays_where_it_is()
    {
        await using (await Watched.StartAsync(_folder))
            Directory.CreateDirectory(Drop);
        Damage("arrivals");
        File.Copy(Misreads.Path("bold-letter.tif"), Path.Combine(Drop, "a.tif"));

        var refused = await ServeAsync();

        Assert.Equal(2, refused.Exit);
        Assert.StartsWith("omr: omr.db rusak di tabel arrivals (", refused.ErrorLine, StringComparison.Ordinal);
        Assert.Contains("kertas di folder pindai tidak disentuh", refused.ErrorLine, StringComparison.Ordinal);
        Assert.Contains("omr restore --from", refused.ErrorLine, StringComparison.Ordinal);
        Assert.StartsWith("omr: omr.db is damaged in the tables arrivals (", (await ServeAsync("--lang", "en")).ErrorLine, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Drop, "a.tif")));
    }

    [Theory]
    [InlineData("no database at all", "omr.db rusak (")]
    [InlineData("", "omr.db tidak ada atau kosong, padahal vault/ berisi citra")]
    public async Task What_is_no_database_or_an_empty_one_over_images_is_not_served_either(string content, string says)
    {
        await using (var service = await Watched.StartAsync(_folder))
        {
            File.Copy(Misreads.Path("swapped-digits-lost-1.tif"), Path.Combine(Drop, "a.tif"));
            await service.ReadAsync(1);
        }

        SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(Database, content, Stop);

        Assert.StartsWith("omr: " + says, (await ServeAsync()).ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damage_met_while_running_is_an_alarm_stops_all_writing_and_loses_and_doubles_nothing()
    {
        var (backup, restored) = (Path.Combine(_folder.Path, "copy"), Path.Combine(_folder.Path, "back"));
        await using (var service = await Watched.StartAsync(_folder))
        {
            File.Copy(Misreads.Path("swapped-digits-lost-1.tif"), Path.Combine(Drop, "a.tif"));
            await service.ReadAsync(1);
            await DataBackup.MakeAsync(_folder.Path, backup, TimeProvider.System, _ => { }, Stop);
            File.Copy(Misreads.Path("swapped-digits-lost-2.tif"), Path.Combine(Drop, "b.tif"));
            await service.ReadAsync(2);

            Damage("arrivals");
            File.Copy(Misreads.Path("swapped-digits-lost-3.tif"), Path.Combine(Drop, "c.tif"));
            await service.ToldAsync("basis data rusak, tidak ada lagi yang disimpan");
            Assert.True(File.Exists(Path.Combine(Drop, "c.tif")));
            using var anybody = service.App.Anybody();
            var write = await anybody.PostAsJsonAsync("/api/v1/accounts/nobody", new { }, Stop);
            Assert.NotEqual(HttpStatusCode.InternalServerError, write.StatusCode);
            await Assert.ThrowsAsync<SqliteException>(() => service.App.Store.WriteAsync(_ => Task.CompletedTask, Stop));
        }

        Assert.StartsWith("omr: omr.db rusak", (await ServeAsync()).ErrorLine, StringComparison.Ordinal);
        // As docs/operations.md says: the backup to a new folder, and what lies in done/ and drop/ once more into its drop/.
        Assert.Null((await DataBackup.RestoreAsync(backup, restored, _ => { }, Stop)).Problem);
        var drop = Directory.CreateDirectory(Path.Combine(restored, "drop")).FullName;
        foreach (var original in Directory.GetFiles(Path.Combine(_folder.Path, "done")).Concat(Directory.GetFiles(Drop)))
            File.Move(original, Path.Combine(drop, Path.GetFileName(original)));
        using var data = new TempFolder();
        Directory.Delete(data.Path);
        Directory.Move(restored, data.Path);
        await using (var service = await Watched.StartAsync(data))
        {
            await service.ReadAsync(3);
            await service.ToldAsync("baik");
        }

        foreach (var file in Directory.EnumerateFiles(data.Path, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
    }

    // The first page of a table, written over.
    private void Damage(string table)
    {
        SqliteConnection.ClearAllPools();
        long page, size;
        using (var connection = new SqliteConnection($"Data Source={Database};Pooling=false"))
        {
            connection.Open();
            _ = Ask("PRAGMA wal_checkpoint(TRUNCATE)");
            (page, size) = ((long)Ask($"SELECT rootpage FROM sqlite_master WHERE name = '{table}'"), (long)Ask("PRAGMA page_size"));

            object Ask(string sql)
            {
                using var command = connection.CreateCommand();
                command.CommandText = sql;
                return command.ExecuteScalar()!;
            }
        }

        using (var file = new FileStream(Database, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.Position = (page - 1) * size;
            file.Write(Enumerable.Repeat((byte)0xA5, (int)size).ToArray());
        }

        SqliteConnection.ClearAllPools();
    }

    private Task<CliResult> ServeAsync(params string[] more) =>
        CliRunner.RunAsync(["serve", "--data", _folder.Path, "--urls", "http://127.0.0.1:0", .. more]);
}
