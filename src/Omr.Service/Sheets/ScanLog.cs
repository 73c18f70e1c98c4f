using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Audit;
using Omr.Service.Rosters;
using Omr.Service.Storage;

namespace Omr.Service.Sheets;

/// <summary>Who scanned what: said by the scanner's operator for a room's batch, or set for a drop folder.</summary>
internal sealed class ScanLog(Store store, TimeProvider time)
{
    /// <summary>Notes that somebody scans a room's batch; to say so again changes nothing.</summary>
    public Task RecordAsync(RoomId room, Caller scanner, CancellationToken stop) => store.WriteAsync(
        async db =>
        {
            var name = room.ToString();
            if ((await ByRoomAsync(db, [name], stop)).Contains(scanner.Name, StringComparer.OrdinalIgnoreCase))
                return;
            db.BatchScans.Add(new() { Room = name, Operator = scanner.Name, At = time.GetUtcNow().UtcDateTime });
            await AuditTrail.AppendAsync(db, time, scanner, "batch.scan", name, stop: stop);
        },
        stop);

    /// <summary>The accounts of those who scanned the batch of a page, or a part of it, as far as anybody said.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="sheet">The page.</param>
    /// <param name="cover">The room whose cover it lies under in a flat folder; null if there is none.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<IReadOnlyList<string>> OfAsync(OmrDatabase db, FoundSheet sheet, RoomId? cover, CancellationToken stop)
    {
        // Without a folder or cover it is the number that says whose batch it is.
        var batches = sheet.Arrivals.Select(a => a.Room.Length > 0 ? a.Room : (cover ?? sheet.Rooms.Owner)?.ToString() ?? "")
            .Where(r => r.Length > 0).Distinct().ToList();
        var inFolders = await db.Arrivals.Where(a => batches.Contains(a.Room)).Select(a => a.Operator).Distinct().ToListAsync(stop);
        return
        [
            .. sheet.Arrivals.Select(a => a.Operator).Concat(inFolders).Where(o => o.Length > 0)
                .Concat(await ByRoomAsync(db, batches, stop)).Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static Task<List<string>> ByRoomAsync(OmrDatabase db, List<string> rooms, CancellationToken stop) =>
        db.BatchScans.Where(s => rooms.Contains(s.Room)).Select(s => s.Operator).Distinct().ToListAsync(stop);
}
