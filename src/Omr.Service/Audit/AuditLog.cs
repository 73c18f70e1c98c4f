using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Omr.Service.Audit;

/// <summary>
/// The log in a database file, opened for reading only, by whoever verifies it. The columns are taken as the bytes that are
/// in the file: a text that is damaged stays different from what it was.
/// </summary>
internal sealed class AuditLog : IDisposable
{
    private const string Columns = "Id, At, Who, Role, Act, Subject, Before, After, Why, Hash";
    private readonly SqliteConnection _connection;

    /// <param name="path">The database file.</param>
    /// <exception cref="DbException">It can't be opened.</exception>
    public AuditLog(string path)
    {
        _connection = new(new SqliteConnectionStringBuilder
        {
            DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 30,
        }.ToString());
        _connection.Open();
    }

    /// <summary>How many entries there are, by the highest number.</summary>
    public long Size()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT coalesce(max(Id), 0) FROM audit";
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>The entries in their order, as they all were at one moment.</summary>
    /// <param name="after">From behind that number on.</param>
    /// <param name="until">Up to and with that number.</param>
    public IEnumerable<StoredEntry> Entries(long after = long.MinValue, long until = long.MaxValue)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM audit WHERE Id > $after AND Id <= $until ORDER BY Id";
        command.Parameters.AddWithValue("$after", after);
        command.Parameters.AddWithValue("$until", until);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return Entry(reader);
    }

    /// <summary>The leaves of the first so many entries.</summary>
    public byte[][] Leaves(long size) => [.. Entries(until: size).Select(e => MerkleTree.Leaf(e.Bytes))];

    public void Dispose() => _connection.Dispose();

    private static StoredEntry Entry(SqliteDataReader reader)
    {
        var (number, length) = (reader.GetInt64(0), 0);
        for (var column = 1; column <= AuditEntry.Texts; column++)
            length += Text(reader, column).Length;
        var bytes = AuditEntry.Begin(number, length, out var at);
        for (var column = 1; column <= AuditEntry.Texts; column++)
            AuditEntry.Put(bytes, ref at, Text(reader, column));
        return new(number, bytes, Text(reader, AuditEntry.Texts + 1).ToArray());
    }

    // The driver's own text would already have replaced what is no UTF-8.
    private static ReadOnlySpan<byte> Text(SqliteDataReader reader, int column) => raw.sqlite3_column_blob(reader.Handle!, column);
}
