using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Publication;
using Omr.Service.Storage;

namespace Omr.Service.Audit.Facts;

/// <summary>
/// Holds what is stored against the audit log: lists, reports, keys, corrections, answers to findings, accounts, runs and
/// releases. A row that was changed, added or removed behind the program's back is named. Opens the database for reading only.
/// </summary>
internal static class StoredFacts
{
    /// <summary>What differs, and what older logs don't tell.</summary>
    public static async Task<(ImmutableArray<AuditFinding> Findings, ImmutableArray<Wording> Notes)> CompareAsync(string database, CancellationToken stop)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        await using var db = new OmrDatabase(new DbContextOptionsBuilder<OmrDatabase>().UseSqlite(connection.ToString()).Options);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await db.Database.OpenConnectionAsync(stop);
        // All of it as it was at one moment: a service may be writing.
        await using var whole = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(whole, stop);
        var log = (await db.Audit.OrderBy(a => a.Id).ToListAsync(stop)).ToLookup(a => a.Act);
        var (lists, listNotes) = await ListFacts.CompareAsync(db, log, stop);
        var (accounts, accountNotes) = await AccountFacts.CompareAsync(db, log, stop);
        return (
            [
                .. lists, .. await RoomFacts.CompareAsync(db, log, stop), .. await KeyFacts.CompareAsync(db, log, stop),
                .. await ReviewFacts.CompareAsync(db, log, stop), .. accounts,
                .. await ResultAudit.FindingsAsync(db, [.. log["run.start"]], [.. log["release.approve"]], stop),
            ],
            [.. listNotes, .. accountNotes]);
    }
}
