using Microsoft.Data.Sqlite;

namespace Omr.Service.Storage;

/// <summary>
/// Whether a database file is sound: every page is read and its structure checked (<c>quick_check</c>; what the indexes say of
/// the rows is left to <c>integrity_check</c> at a restore, which takes many times as long).
/// </summary>
internal static class DatabaseCheck
{
    /// <summary>What is wrong with the file, as the database says it, and the tables that are hit; null if it is sound.</summary>
    /// <exception cref="SqliteException">It can't be read for another reason than damage.</exception>
    public static (string Fault, IReadOnlyList<string> Tables)? Damage(string path)
    {
        // For writing: what a power cut left in the write-ahead log is brought in first.
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 30 }.ToString());
        if (Try(connection.Open) is { } closed)
            return (closed, []);
        return Fault(connection, "") is { } fault ? (fault, [.. Tables(connection).Where(t => Fault(connection, $"'{t}'") is not null)]) : null;
    }

    // Of the whole file, or of one table with its indexes.
    private static string? Fault(SqliteConnection connection, string table)
    {
        var said = "";
        return Try(() => said = (string)Ask(connection, $"PRAGMA quick_check({(table.Length == 0 ? "1" : table)})")!)
            ?? (said == "ok" ? null : said.ReplaceLineEndings(" "));
    }

    private static List<string> Tables(SqliteConnection connection)
    {
        var tables = new List<string>();
        _ = Try(() =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name";
            using var reader = command.ExecuteReader();
            while (reader.Read())
                tables.Add(reader.GetString(0));
        });
        return tables;
    }

    private static object? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static string? Try(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (SqliteException damaged) when (Hosting.FaultWording.IsDamage(damaged))
        {
            return damaged.Message;
        }
    }
}
