using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Reconciliation;
using Omr.Service.Storage;

namespace Omr.Service.Sheets;

/// <summary>What an operator watches: the batches of late, how fast sheets come, the pages of a batch.</summary>
internal sealed class ScanRoom(Store store, TimeProvider time)
{
    // Of so many arrivals the rooms are looked up: some hundred envelopes.
    private const int LateArrivals = 3000;

    // A minute at 20 sheets a second.
    private const int LatePages = 1200;

    /// <summary>The batches into which something came last, the latest first.</summary>
    public Task<List<ScanBatch>> LatestAsync(Region region, int most, CancellationToken stop) => store.ReadAsync(
        async db =>
        {
            var late = await db.Arrivals.OrderByDescending(a => a.Id).Take(LateArrivals).Select(a => new { a.Id, a.Room }).ToListAsync(stop);
            var rooms = late.GroupBy(a => a.Room).OrderByDescending(g => g.Max(a => a.Id)).Select(g => g.Key).Where(r => IsWithin(region, r)).Take(most).ToList();
            var batches = await OfAsync(db, rooms, stop);
            return rooms.ConvertAll(r => batches[r]);
        },
        stop);

    /// <summary>The batch of a room; null if nothing of it arrived.</summary>
    public Task<ScanBatch?> FindAsync(string room, CancellationToken stop) =>
        store.ReadAsync(async db => (await OfAsync(db, [room], stop)).GetValueOrDefault(room), stop);

    /// <summary>The pages of a room's batch in the order of their scanning.</summary>
    public Task<List<ScanPage>> PagesAsync(string room, CancellationToken stop) => store.ReadAsync(
        db => (from a in db.Arrivals
               where a.Room == room && !a.IsDuplicate
               join p in db.Pages on a.FileId equals p.FileId
               orderby a.Id, p.Page
               select new ScanPage(p.Id, a.Name, p.Page, p.At, p.Refused, p.Evidence, p.Number, p.NumberState == nameof(NumberState.Known), p.Doubts)).ToListAsync(stop),
        stop);

    /// <summary>The page that was read last within a region; null if there is none.</summary>
    public Task<ScanPage?> LastAsync(Region region, CancellationToken stop) => store.ReadAsync(
        async db =>
        {
            var late = await (from p in db.Pages.OrderByDescending(p => p.Id).Take(LatePages)
                              join a in db.Arrivals on p.FileId equals a.FileId
                              where !a.IsDuplicate
                              orderby p.Id descending
                              select new { p.Id, a.Room }).ToListAsync(stop);
            var id = late.FirstOrDefault(p => IsWithin(region, p.Room))?.Id;
            return id is null ? null : await (from p in db.Pages
                                              where p.Id == id
                                              join a in db.Arrivals on p.FileId equals a.FileId
                                              where !a.IsDuplicate
                                              select new ScanPage(p.Id, a.Name, p.Page, p.At, p.Refused, p.Evidence, p.Number, p.NumberState == nameof(NumberState.Known), p.Doubts))
                .FirstAsync(stop);
        },
        stop);

    /// <summary>Pages that were read within the last minute, files that wait, and pages in all.</summary>
    public Task<(int LastMinute, int Waiting, int Pages)> PaceAsync(CancellationToken stop) => store.ReadAsync(
        async db =>
        {
            var since = time.GetUtcNow().UtcDateTime.AddMinutes(-1);
            var late = await db.Pages.OrderByDescending(p => p.Id).Take(LatePages).Select(p => p.At).ToListAsync(stop);
            return (late.Count(at => at >= since), await db.Files.CountAsync(f => f.ReadAt == null, stop), await db.Pages.CountAsync(stop));
        },
        stop);

    private static bool IsWithin(Region region, string room) =>
        region == Region.Province || (Rosters.RoomId.Parse(room) is { } parsed && region.Covers(parsed));

    private static async Task<Dictionary<string, ScanBatch>> OfAsync(OmrDatabase db, List<string> rooms, CancellationToken stop)
    {
        var files = await (from a in db.Arrivals
                           where rooms.Contains(a.Room)
                           join f in db.Files on a.FileId equals f.Id
                           select new { a.Room, a.IsDuplicate, a.At, f.ReadAt }).ToListAsync(stop);
        var pages = await (from a in db.Arrivals
                           where rooms.Contains(a.Room) && !a.IsDuplicate
                           join p in db.Pages on a.FileId equals p.FileId
                           select new { a.Room, IsRefused = p.Refused != "", p.Doubts, p.IsBlackAndWhite }).ToListAsync(stop);
        var pagesOf = pages.ToLookup(p => p.Room);
        var accepted = (await db.BatchAcceptances.Where(b => rooms.Contains(b.Room)).OrderBy(b => b.Id).ToListAsync(stop)).ToLookup(b => b.Room);
        return files.GroupBy(f => f.Room).ToDictionary(g => g.Key, g =>
        {
            var last = accepted[g.Key].LastOrDefault();
            return new ScanBatch(
                g.Key, g.Count(f => !f.IsDuplicate), g.Count(f => f.IsDuplicate), g.Count(f => !f.IsDuplicate && f.ReadAt is null),
                pagesOf[g.Key].Count(), pagesOf[g.Key].Count(p => p.IsRefused), pagesOf[g.Key].Count(p => p.Doubts > 0),
                pagesOf[g.Key].Count(p => p.IsBlackAndWhite), g.Max(f => f.At), last?.Pages, last?.By ?? "", last?.At);
        });
    }
}
