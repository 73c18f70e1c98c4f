using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Omr.Service.Reconciliation;
using Omr.Service.Storage;

namespace Omr.Service.Runs;

/// <summary>The rows of a run: made in the order of numbers, hashed, and put into the table by one prepared statement.</summary>
internal static class RunRows
{
    private static readonly string[] Columns =
    [
        nameof(ScoreRow.RunId), nameof(ScoreRow.Number), nameof(ScoreRow.Name), nameof(ScoreRow.Kab), nameof(ScoreRow.Lokasi),
        nameof(ScoreRow.Ruang), nameof(ScoreRow.Subject), nameof(ScoreRow.Package), nameof(ScoreRow.Status), nameof(ScoreRow.Right),
        nameof(ScoreRow.Wrong), nameof(ScoreRow.Blank), nameof(ScoreRow.Multiple), nameof(ScoreRow.Pedagogy),
        nameof(ScoreRow.Professional), nameof(ScoreRow.Value),
    ];

    /// <summary>The results in the order of their numbers.</summary>
    public static IReadOnlyList<ParticipantResult> InOrder(IEnumerable<ParticipantResult> results) =>
        [.. results.OrderBy(r => r.Participant.Number, StringComparer.Ordinal)];

    /// <summary>The hash of all rows.</summary>
    public static string Digest(IEnumerable<ParticipantResult> inOrder) => RowDigest.Of(inOrder.Select(Values));

    /// <summary>The same of rows that were stored, in the order of numbers.</summary>
    public static string Digest(IEnumerable<ScoreRow> inOrder) => RowDigest.Of(inOrder.Select(Values));

    /// <summary>Puts them into the table, in the transaction that is open.</summary>
    public static async Task InsertAsync(
        OmrDatabase database, long run, IReadOnlyList<ParticipantResult> inOrder, CancellationToken stop)
    {
        var table = database.Model.FindEntityType(typeof(ScoreRow))!.GetTableName();
        await using var insert = ((SqliteConnection)database.Database.GetDbConnection()).CreateCommand();
        insert.Transaction = (SqliteTransaction)database.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning disable CA2100 // made of names in this program
        insert.CommandText =
            $"INSERT INTO \"{table}\" ({string.Join(", ", Columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", Columns.Select(c => "$" + c))})";
#pragma warning restore CA2100
        foreach (var column in Columns)
            insert.Parameters.Add(new SqliteParameter("$" + column, null));
        insert.Prepare();
        insert.Parameters[0].Value = run;
        foreach (var result in inOrder)
        {
            var i = 1;
            foreach (var value in Values(result))
                insert.Parameters[i++].Value = value ?? DBNull.Value;
            insert.ExecuteNonQuery(); // SQLite has nothing to await
            stop.ThrowIfCancellationRequested();
        }
    }

    // As the columns stand, from the number on.
    private static object?[] Values(ParticipantResult result)
    {
        var (person, score) = (result.Participant, result.Score);
        return
        [
            person.Number, person.Name, person.Room.Kab, person.Room.Lokasi, person.Room.Ruang, person.Subject, result.Package,
            result.Status.ToString(), score?.Right, score?.Wrong, score?.Blank, score?.Multiple, score?.Pedagogy, score?.Professional,
            score?.Value,
        ];
    }

    private static object?[] Values(ScoreRow row) =>
    [
        row.Number, row.Name, row.Kab, row.Lokasi, row.Ruang, row.Subject, row.Package, row.Status, row.Right, row.Wrong, row.Blank,
        row.Multiple, row.Pedagogy, row.Professional, row.Value,
    ];
}
