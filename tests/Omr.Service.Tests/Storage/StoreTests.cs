using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Hosting;
using Omr.Service.Storage;

namespace Omr.Service.Tests.Storage;

public sealed class StoreTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(_folder.Path, "omr.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_connection_writes_ahead_and_waits_for_the_disk()
    {
        await using var store = new Store(Database);
        await store.MigrateAsync(Stop);
        var (journal, synchronous) = await store.ReadAsync(
            async db => (await AskAsync(db, "PRAGMA journal_mode"), await AskAsync(db, "PRAGMA synchronous")), Stop);
        Assert.Equal(("wal", "2"), (journal, synchronous));
    }

    [Fact]
    public async Task A_write_that_fails_leaves_nothing_behind()
    {
        await using var store = new Store(Database);
        await store.MigrateAsync(Stop);
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.WriteAsync(
            async db =>
            {
                db.Files.Add(new() { Sha256 = "ab", Bytes = 1, ReceivedAt = DateTime.UnixEpoch });
                await db.SaveChangesAsync(Stop);
                throw new InvalidOperationException("in the middle");
            },
            Stop));
        Assert.Equal(0, await store.ReadAsync(db => db.Files.CountAsync(Stop), Stop));
    }

    [Fact]
    public async Task A_reader_sees_one_state_while_others_write()
    {
        await using var store = new Store(Database);
        await store.MigrateAsync(Stop);
        var counts = await store.ReadAsync(
            async db =>
            {
                var before = await db.Files.CountAsync(Stop);
                await store.WriteAsync(
                    other =>
                    {
                        other.Files.Add(new() { Sha256 = "ab", Bytes = 1, ReceivedAt = DateTime.UnixEpoch });
                        return Task.CompletedTask;
                    },
                    Stop);
                return (before, await db.Files.CountAsync(Stop));
            },
            Stop);
        Assert.Equal((0, 0), counts);
        Assert.Equal(1, await store.ReadAsync(db => db.Files.CountAsync(Stop), Stop));
    }

    [Fact]
    public async Task What_is_there_is_copied_before_its_schema_is_changed()
    {
        await using (var old = new SqliteConnection($"Data Source={Database};Pooling=false"))
        {
            await old.OpenAsync(Stop);
            await using var command = old.CreateCommand();
            command.CommandText = "CREATE TABLE of_an_older_version (x); INSERT INTO of_an_older_version VALUES (42);";
            await command.ExecuteNonQueryAsync(Stop);
        }

        using var data = DataFolder.TryOpen(_folder.Path)!;
        await using var store = new Store(Database);

        var kept = await SchemaUpgrade.RunAsync(store, data, TimeProvider.System, Stop);

        await using var copy = new SqliteConnection($"Data Source={kept};Pooling=false");
        await copy.OpenAsync(Stop);
        await using var ask = copy.CreateCommand();
        ask.CommandText = "SELECT x FROM of_an_older_version";
        Assert.Equal(42L, await ask.ExecuteScalarAsync(Stop));
        Assert.Null(await SchemaUpgrade.RunAsync(store, data, TimeProvider.System, Stop));
    }

    private static async Task<string?> AskAsync(OmrDatabase database, string pragma)
    {
        await using DbCommand command = database.Database.GetDbConnection().CreateCommand();
        command.CommandText = pragma;
        return (await command.ExecuteScalarAsync(Stop))?.ToString();
    }
}
