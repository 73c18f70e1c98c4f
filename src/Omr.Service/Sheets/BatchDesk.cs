using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Audit;
using Omr.Service.Hosting;
using Omr.Service.Rosters;
using Omr.Service.Storage;

namespace Omr.Service.Sheets;

/// <summary>
/// Takes a batch as complete: its operator counted the paper and found as many sheets as were scanned (DOMAIN.md E4). What
/// comes later shows, since then there are more pages than were accepted.
/// </summary>
internal sealed class BatchDesk(Store store, ScanLog scans, EventHub events, TimeProvider time)
{
    /// <summary>Accepts a batch of so many pages; why not, or null.</summary>
    public async Task<Refused?> AcceptAsync(RoomId room, int pages, Caller caller, CancellationToken stop)
    {
        var name = room.ToString();
        var refused = await store.WriteAsync<Refused?>(
            async db =>
            {
                var files = db.Arrivals.Where(a => a.Room == name && !a.IsDuplicate).Select(a => a.FileId);
                if (await db.Files.AnyAsync(f => files.Contains(f.Id) && f.ReadAt == null, stop))
                    return new(StatusCodes.Status409Conflict, new("Masih ada lembar bundel ini yang menunggu dibaca.", "Sheets of this batch still wait for being read."));
                var there = await db.Pages.CountAsync(p => files.Contains(p.FileId), stop);
                if (there != pages)
                {
                    return new(StatusCodes.Status409Conflict, new(
                        $"Bundel ini kini berisi {there} halaman, bukan {pages}; hitung lagi kertasnya.",
                        $"This batch has {there} pages by now, not {pages}; count the paper again."));
                }

                db.BatchAcceptances.Add(new() { Room = name, Pages = pages, By = caller.Name, At = time.GetUtcNow().UtcDateTime });
                await AuditTrail.AppendAsync(db, time, caller, "batch.accept", name, after: FormattableString.Invariant($"{pages} pages"), stop: stop);
                return null;
            },
            stop);
        if (refused is not null)
            return refused;
        await scans.RecordAsync(room, caller, stop); // whoever takes a batch as complete stands for its scanning
        events.Publish(new("batch.accepted", room, name));
        return null;
    }
}
