using System.Globalization;
using Microsoft.Data.Sqlite;
using Omr.Service.Access;
using Omr.Service.Audit;
using Omr.Service.Storage;

namespace Omr.Service.Tests.Audit;

/// <summary>A log that the program wrote, with heads kept elsewhere; the database lies open to whoever tampers with it.</summary>
internal sealed class WrittenLog : IDisposable
{
    private readonly TempFolder _folder = new();

    public string Database => Path.Combine(_folder.Path, "omr.db");

    public string Secrets => Directory.CreateDirectory(Path.Combine(_folder.Path, "secrets")).FullName;

    public string Kept => Directory.CreateDirectory(Path.Combine(_folder.Path, "kept")).FullName;

    public HeadSet Heads => HeadFolder.Load([Kept], HeadFolder.Keys(Kept));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Writes a log whose entries tell a run of acts, and keeps a head at each of these sizes.</summary>
    public static async Task<WrittenLog> OfAsync(params int[] sizes)
    {
        var log = new WrittenLog();
        await using var store = new Store(log.Database);
        await store.MigrateAsync(Stop);
        var time = new Minutes();
        var next = 1;
        foreach (var size in sizes)
        {
            await store.WriteAsync(
                async db =>
                {
                    for (; next <= size; next++)
                    {
                        await AuditTrail.AppendAsync(
                            db, time, new($"siti {next % 5}", Role.Verifikator, Region.Province), "correction.propose",
                            string.Create(CultureInfo.InvariantCulture, $"sheet {next}"), "A", next % 3 == 0 ? "" : "B|C", "penghapusan \u2713", Stop);
                    }
                },
                Stop);
            Assert.Empty(await HeadSigner.SignAsync(store, log.Secrets, [log.Kept], time, Stop));
        }

        return log;
    }

    /// <summary>The database as somebody has it who may do everything with the file.</summary>
    public SqliteConnection OpenForTampering()
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=false");
        connection.Open();
        Run(connection, "PRAGMA journal_mode=DELETE; PRAGMA synchronous=OFF; PRAGMA journal_mode=MEMORY; DROP TRIGGER audit_no_UPDATE; DROP TRIGGER audit_no_DELETE;");
        return connection;
    }

    public AuditReport Verify() => AuditVerifier.Verify(Database, Heads, Stop);

    public static void Run(SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a test's own words
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A clock whose times have all lengths of fractions.</summary>
    private sealed class Minutes : TimeProvider
    {
        private long _ticks = new DateTime(2026, 11, 26, 5, 0, 0, DateTimeKind.Utc).Ticks;

        public override DateTimeOffset GetUtcNow() => new(_ticks += 5_000_250, TimeSpan.Zero);
    }
}
