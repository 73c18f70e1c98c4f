using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Rosters;
using Omr.Service.Storage;

namespace Omr.Service.Runs;

/// <summary>What changed from one run to another (laporan perubahan nilai).</summary>
internal sealed class RunComparison(Store store)
{
    /// <summary>Everybody within a region whose status or score differs, in the order of numbers, from behind the cursor on.</summary>
    public Task<Slice<ScoreChange>> AfterAsync(
        long from, long to, Region region, string cursor, int limit, CancellationToken stop) =>
        store.ReadAsync(
            async db =>
            {
                var before = db.Scores.Where(s => s.RunId == from && string.Compare(s.Number, cursor) > 0);
                var after = db.Scores.Where(s => s.RunId == to && string.Compare(s.Number, cursor) > 0);
                var changed = from old in before
                              join now in after on old.Number equals now.Number into found
                              from now in found.DefaultIfEmpty()
                              where now == null || now.Status != old.Status || now.Value != old.Value
                              select new { Old = (ScoreRow?)old, Now = (ScoreRow?)now, old.Number };
                var added = from now in after
                            where !before.Any(o => o.Number == now.Number)
                            select new { Old = (ScoreRow?)null, Now = (ScoreRow?)now, now.Number };
                var changes = new List<ScoreChange>();
                await foreach (var row in changed.OrderBy(c => c.Number).AsAsyncEnumerable().WithCancellation(stop))
                {
                    if (Add(changes, row.Old, row.Now, region) > limit)
                        break;
                }

                var more = new List<ScoreChange>();
                await foreach (var row in added.OrderBy(c => c.Number).AsAsyncEnumerable().WithCancellation(stop))
                {
                    if (Add(more, row.Old, row.Now, region) > limit)
                        break;
                }

                List<ScoreChange> both = [.. changes.Concat(more).OrderBy(c => c.NomorPeserta, StringComparer.Ordinal).Take(limit + 1)];
                return Slice<ScoreChange>.Of(both, limit, c => c.NomorPeserta);
            },
            stop);

    private static int Add(List<ScoreChange> changes, ScoreRow? old, ScoreRow? now, Region region)
    {
        var who = now ?? old!;
        var room = new RoomId(who.Kab, who.Lokasi, who.Ruang);
        if (region.Covers(room))
            changes.Add(new(who.Number, who.Name, room.ToString(), old?.Status, old?.Value, now?.Status, now?.Value));
        return changes.Count;
    }
}
