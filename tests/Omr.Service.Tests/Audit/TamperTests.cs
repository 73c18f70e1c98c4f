using Microsoft.Data.Sqlite;
using Omr.Service.Audit;

namespace Omr.Service.Tests.Audit;

/// <summary>Ten thousand ways to change a log of which heads are kept: all are found.</summary>
public sealed class TamperTests : IDisposable
{
    private const int Size = 24;
    private const int Times = 10_000;

    private static readonly string[] Columns = ["At", "Who", "Role", "Act", "Subject", "Before", "After", "Why", "Hash"];

    private readonly Random _chance = new(20261126);
    private SqliteConnection _database = null!;

    public void Dispose() => _database?.Dispose();

    [Fact]
    public async Task Every_tampering_is_found_when_heads_are_kept()
    {
        using var log = await WrittenLog.OfAsync(7, 16, Size);
        var heads = log.Heads;
        Assert.Equal(3, heads.Heads.Length);
        _database = log.OpenForTampering();
        WrittenLog.Run(_database, "CREATE TABLE kept AS SELECT * FROM audit");
        DropTheRest();
        Assert.Empty(log.Verify().Findings);
        (string Name, Func<string?> Do)[] ways =
        [
            ("flip", Flip), ("delete", Delete), ("insert", Insert), ("reorder", Reorder), ("truncate", Truncate), ("fork", Fork),
            ("backdate", Backdate),
        ];
        for (var i = 0; i < Times; i++)
        {
            var (name, tamper) = ways[i % ways.Length];
            WrittenLog.Run(_database, "BEGIN");
            var what = tamper();
            // Who knows how the log is made also makes its nodes anew, so that it is whole in itself.
            var isWhole = name is "fork" or "backdate" || (name is "delete" or "insert" or "reorder" && _chance.Next(2) == 0);
            if (isWhole)
                Rehash();
            WrittenLog.Run(_database, "COMMIT");

            if (AuditVerifier.Verify(log.Database, heads, TestContext.Current.CancellationToken).Findings.IsEmpty)
                Assert.Fail($"{name} {what} was not found (number {i}, nodes made anew: {isWhole})");
            WrittenLog.Run(_database, "BEGIN; DELETE FROM audit; INSERT INTO audit SELECT * FROM kept; COMMIT");
        }
    }

    // Opening the database, ten thousand times, reads its whole schema.
    private void DropTheRest()
    {
        var tables = (string)Ask("SELECT group_concat(name) FROM sqlite_master WHERE type = 'table' AND name NOT IN ('audit', 'kept') AND name NOT LIKE 'sqlite_%'")!;
        WrittenLog.Run(_database, "PRAGMA foreign_keys=OFF; " + string.Concat(tables.Split(',').Select(t => $"DROP TABLE \"{t}\";")));
    }

    private string Flip()
    {
        while (true)
        {
            var (entry, column) = (Entry(), Columns[_chance.Next(Columns.Length)]);
            if (Ask($"SELECT CAST({column} AS BLOB) FROM audit WHERE Id = {entry}") is not byte[] { Length: > 0 } bytes)
                continue;
            var bit = _chance.Next(8 * bytes.Length);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            WrittenLog.Run(_database, $"UPDATE audit SET {column} = CAST($bytes AS TEXT) WHERE Id = {entry}", ("$bytes", bytes));
            return $"bit {bit} of {column} in {entry}";
        }
    }

    private string Delete()
    {
        var (entry, many) = (_chance.Next(1, Size), _chance.Next(1, 4));
        WrittenLog.Run(_database, $"DELETE FROM audit WHERE Id >= {entry} AND Id < {entry + many}");
        return $"{many} at {entry}";
    }

    private string Insert()
    {
        var (entry, from) = (Entry(), Entry());
        Shift(entry, 1);
        WrittenLog.Run(_database, $"INSERT INTO audit SELECT {entry}, At, 'orang lain', Role, Act, Subject, Before, After, Why, Hash FROM kept WHERE Id = {from}");
        return $"at {entry}";
    }

    private string Reorder()
    {
        var entry = Entry();
        var other = 1 + ((entry + _chance.Next(Size - 1)) % Size);
        WrittenLog.Run(_database, $"UPDATE audit SET Id = -1 WHERE Id = {entry}; UPDATE audit SET Id = {entry} WHERE Id = {other}; UPDATE audit SET Id = {other} WHERE Id = -1");
        return $"{entry} and {other}";
    }

    private string Truncate()
    {
        var left = _chance.Next(Size);
        WrittenLog.Run(_database, $"DELETE FROM audit WHERE Id > {left}");
        return $"to {left}";
    }

    private string Fork()
    {
        var (at, until) = (_chance.Next(Size), _chance.Next(Size, Size + 20));
        WrittenLog.Run(_database, $"DELETE FROM audit WHERE Id > {at}");
        for (var id = at + 1; id <= until; id++)
            WrittenLog.Run(_database, $"INSERT INTO audit SELECT {id}, At, Who, Role, Act, Subject, Before, 'D', Why, Hash FROM kept WHERE Id = {Math.Min(id, Size)}");
        return $"at {at} until {until}";
    }

    private string Backdate()
    {
        var entry = Entry();
        WrittenLog.Run(_database, $"UPDATE audit SET At = '2025' || substr(At, 5) WHERE Id = {entry}");
        return $"{entry}";
    }

    private int Entry() => _chance.Next(1, Size + 1);

    private void Shift(int from, int by) => WrittenLog.Run(
        _database, $"UPDATE audit SET Id = -Id WHERE Id >= {from}; UPDATE audit SET Id = -Id + {by} WHERE Id < 0");

    private object? Ask(string sql)
    {
        using var command = _database.CreateCommand();
#pragma warning disable CA2100 // a test's own words
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    private void Rehash()
    {
        var rows = new List<AuditEntry>();
        using (var command = _database.CreateCommand())
        {
            command.CommandText = "SELECT At, Who, Role, Act, Subject, Before, After, Why FROM audit ORDER BY Id";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows.Add(new(
                    rows.Count + 1, reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3),
                    reader.GetString(4), reader.GetString(5), reader.GetString(6), reader.GetString(7)));
            }
        }

        WrittenLog.Run(_database, "DELETE FROM audit");
        var frontier = new MerkleFrontier();
        using var insert = _database.CreateCommand();
        insert.CommandText =
            "INSERT INTO audit (Id, At, Who, Role, Act, Subject, Before, After, Why, Hash) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)";
        for (var i = 0; i < 10; i++)
            insert.Parameters.Add(new SqliteParameter($"${i}", ""));
        foreach (var e in rows)
        {
            var node = Convert.ToHexStringLower(frontier.Append(MerkleTree.Leaf(e.ToBytes())));
            object[] values = [e.Number, e.Time, e.Who, e.Role, e.Act, e.Subject, e.Before, e.After, e.Why, node];
            for (var i = 0; i < values.Length; i++)
                insert.Parameters[i].Value = values[i];
            insert.ExecuteNonQuery();
        }
    }
}
