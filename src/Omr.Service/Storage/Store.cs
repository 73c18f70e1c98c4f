using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Omr.Service.Storage;

/// <summary>
/// The database file. Any number of readers read at the same time and see a whole state; writers come one after the
/// other, each in one transaction that a power cut keeps whole or undoes. Every connection is asked whether it keeps that
/// promise (write-ahead log, <c>synchronous=FULL</c>) before it is used.
/// </summary>
internal sealed class Store : IAsyncDisposable
{
    private const int SynchronousFull = 2;
    private readonly DbContextOptions<OmrDatabase> _options;
    private readonly string _connection;
    private readonly SemaphoreSlim _writer = new(1, 1);

    /// <param name="path">The database file.</param>
    public Store(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        _connection = new SqliteConnectionStringBuilder { DataSource = Path, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        _options = new DbContextOptionsBuilder<OmrDatabase>()
            .UseSqlite(_connection)
            .AddInterceptors(new Durability())
            .Options;
    }

    /// <summary>Told after something was written and is on the disk; what it was must be looked up.</summary>
    public event Action? Written;

    /// <summary>Full path of the file.</summary>
    public string Path { get; }

    /// <summary>
    /// What told that the file is damaged, since the start; null as long as nothing did. From then on nothing is written any
    /// more: it would spread the damage.
    /// </summary>
    public SqliteException? Damage { get; private set; }

    /// <summary>Migrations that the file has not seen; all of them when it isn't there yet.</summary>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken stop)
    {
        await using var database = Open();
        return [.. await database.Database.GetPendingMigrationsAsync(stop)];
    }

    /// <summary>Brings the file to this version's schema.</summary>
    public async Task MigrateAsync(CancellationToken stop)
    {
        await using var database = Open();
        await database.Database.MigrateAsync(stop);
    }

    /// <summary>Copies the database as it is now into a file of its own, while others read and write.</summary>
    /// <param name="path">Where to; it appears whole or not at all.</param>
    /// <param name="stop">Gives up before the file appears.</param>
    public async Task BackupAsync(string path, CancellationToken stop)
    {
        var part = path + ".part";
        File.Delete(part);
        try
        {
            await using (var from = new SqliteConnection(_connection))
            {
                await from.OpenAsync(stop);
                await using var command = from.CreateCommand();
                command.CommandText = "VACUUM INTO $path";
                command.Parameters.AddWithValue("$path", part);
                await command.ExecuteNonQueryAsync(stop);
            }

            File.Move(part, path, overwrite: false);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>What the database says of its own soundness: <c>ok</c>, or what is wrong.</summary>
    public async Task<string> IntegrityAsync(CancellationToken stop)
    {
        await using var connection = new SqliteConnection(_connection);
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        try
        {
            return (string)(await command.ExecuteScalarAsync(stop))!;
        }
        catch (SqliteException damaged)
        {
            return damaged.Message;
        }
    }

    /// <summary>Reads; what is read in one call belongs together.</summary>
    public async Task<T> ReadAsync<T>(Func<OmrDatabase, Task<T>> read, CancellationToken stop)
    {
        try
        {
            await using var database = Open();
            database.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            await database.Database.OpenConnectionAsync(stop);
            // The provider's own transactions lock out writers from the start; a deferred one only fixes what is seen.
            await using var whole = ((SqliteConnection)database.Database.GetDbConnection()).BeginTransaction(deferred: true);
            await database.Database.UseTransactionAsync(whole, stop);
            return await read(database);
        }
        catch (Exception error) when (Note(error))
        {
            throw;
        }
    }

    /// <summary>Writes in one transaction; when this returns, it is on the disk.</summary>
    public async Task<T> WriteAsync<T>(Func<OmrDatabase, Task<T>> write, CancellationToken stop)
    {
        await _writer.WaitAsync(stop);
        try
        {
            if (Damage is { } damage)
                throw new SqliteException(damage.Message, damage.SqliteErrorCode);
            await using var database = Open();
            await using var whole = await database.Database.BeginTransactionAsync(stop);
            var result = await write(database);
            await database.SaveChangesAsync(stop);
            await whole.CommitAsync(stop);
            Written?.Invoke();
            return result;
        }
        catch (Exception error) when (Note(error))
        {
            throw;
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>Writes in one transaction.</summary>
    public Task WriteAsync(Func<OmrDatabase, Task> write, CancellationToken stop) =>
        WriteAsync(
            async database =>
            {
                await write(database);
                return true;
            },
            stop);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _writer.Dispose();
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
        return default;
    }

    private OmrDatabase Open() => new(_options);

    // Never catches anything.
    private bool Note(Exception error)
    {
        if (Hosting.FaultWording.IsDamage(error))
            Damage ??= (SqliteException)error.GetBaseException();
        return false;
    }

    private sealed class Durability : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
            Assert(connection);

        public override Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Assert(connection);
            return Task.CompletedTask;
        }

        private static void Assert(DbConnection connection)
        {
            // Before a migration the mapper looks whether the file is there, and opens it for reading only.
            if (connection.ConnectionString.Contains("Mode=ReadOnly", StringComparison.OrdinalIgnoreCase))
                return;
            var journal = Ask(connection, "PRAGMA journal_mode=WAL");
            _ = Ask(connection, "PRAGMA synchronous=FULL");
            var synchronous = Convert.ToInt32(Ask(connection, "PRAGMA synchronous"), CultureInfo.InvariantCulture);
            if (!"wal".Equals(journal as string, StringComparison.OrdinalIgnoreCase) || synchronous != SynchronousFull)
            {
                throw new InvalidOperationException(
                    $"{connection.DataSource}: journal_mode={journal} synchronous={synchronous}; a power cut could lose results. Put the data folder on a local disk.");
            }
        }

        private static object? Ask(DbConnection connection, string pragma)
        {
            using var command = connection.CreateCommand();
            command.CommandText = pragma;
            return command.ExecuteScalar();
        }
    }
}
