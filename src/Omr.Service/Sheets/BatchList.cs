using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Storage;

namespace Omr.Service.Sheets;

/// <summary>What came in, room by room.</summary>
internal sealed class BatchList(Store store)
{
    /// <summary>The batches within a region in the order of their names, from behind the cursor on.</summary>
    public async Task<Slice<BatchView>> AfterAsync(Region region, string? cursor, int limit, CancellationToken stop) =>
        await store.ReadAsync(
            async db =>
            {
                var came = await Within(db.Arrivals, region)
                    .Where(a => cursor == null || string.Compare(a.Room, cursor) > 0)
                    .GroupBy(a => a.Room)
                    .Select(g => new
                    {
                        Room = g.Key, Files = g.Count(a => !a.IsDuplicate), Again = g.Count(a => a.IsDuplicate), Last = g.Max(a => a.At),
                    })
                    .OrderBy(g => g.Room).Take(limit + 1).ToListAsync(stop);
                var rooms = came.Select(c => c.Room).ToList();
                var first = db.Arrivals.Where(a => !a.IsDuplicate && rooms.Contains(a.Room));
                var waiting = await first.Join(db.Files, a => a.FileId, f => f.Id, (a, f) => new { a.Room, f.ReadAt })
                    .Where(f => f.ReadAt == null)
                    .GroupBy(f => f.Room).Select(g => new { Room = g.Key, Files = g.Count() })
                    .ToDictionaryAsync(g => g.Room, g => g.Files, stop);
                var pages = await first.Join(db.Pages, a => a.FileId, p => p.FileId, (a, p) => new { a.Room, p.Refused, p.Doubts })
                    .GroupBy(p => p.Room)
                    .Select(g => new
                    {
                        Room = g.Key, All = g.Count(), Refused = g.Count(p => p.Refused != ""), Doubtful = g.Count(p => p.Doubts > 0),
                    })
                    .ToDictionaryAsync(g => g.Room, stop);
                var set = db.Arrivals.Where(a => rooms.Contains(a.Room) && a.Operator != "").Select(a => new { a.Room, a.Operator });
                var said = db.BatchScans.Where(s => rooms.Contains(s.Room)).Select(s => new { s.Room, s.Operator });
                var scanners = (await set.Union(said).ToListAsync(stop)).ToLookup(s => s.Room, s => s.Operator);
                var batches = came.Select(c =>
                {
                    var seen = pages.GetValueOrDefault(c.Room);
                    return new BatchView(
                        c.Room, c.Files, c.Again, waiting.GetValueOrDefault(c.Room), seen?.All ?? 0,
                        (seen?.All ?? 0) - (seen?.Refused ?? 0), seen?.Refused ?? 0, seen?.Doubtful ?? 0,
                        [.. scanners[c.Room].Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)], c.Last);
                }).ToList();
                return Slice<BatchView>.Of(batches, limit, b => b.Ruang);
            },
            stop);

    private static IQueryable<ArrivalRow> Within(IQueryable<ArrivalRow> arrivals, Region region)
    {
        var name = region.ToString();
        var inside = name + "-";
        return region == Region.Province ? arrivals : arrivals.Where(a => a.Room == name || a.Room.StartsWith(inside));
    }
}
