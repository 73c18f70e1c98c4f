using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Rosters;
using Omr.Service.Sheets;
using Omr.Service.Storage;

namespace Omr.Service.Review;

/// <summary>The proposed corrections, the oldest first.</summary>
internal sealed class CorrectionList(Store store, ListStore lists)
{
    /// <summary>The correction of that number; null if there is none.</summary>
    public Task<CorrectionRow?> FindAsync(long id, CancellationToken stop) =>
        store.ReadAsync(db => db.Corrections.SingleOrDefaultAsync(c => c.Id == id, stop), stop);

    /// <summary>The corrections of pages within a region from behind that number on.</summary>
    /// <param name="region">The region.</param>
    /// <param name="status">Only those that stand so.</param>
    /// <param name="page">Only those of that page.</param>
    /// <param name="after">The number of the last one seen.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="stop">Ends the reading.</param>
    /// <param name="withEntries">Whether also what is keyed in of pages that could not be read, a hundred fields a page.</param>
    public async Task<Slice<CorrectionView>> AfterAsync(
        Region region, CorrectionStatus? status, long? page, long after, int limit, CancellationToken stop, bool withEntries = true)
    {
        var roomOf = (await lists.CurrentAsync(stop)).RoomOf;
        var found = await store.ReadAsync(
            async db =>
            {
                var rows = from c in db.Corrections
                           join p in db.Pages on c.PageId equals p.Id
                           join d in db.CorrectionDecisions on c.Id equals d.CorrectionId into decisions
                           from d in decisions.DefaultIfEmpty()
                           where c.Id > after && (page == null || c.PageId == page)
                               && (withEntries || c.Field == CorrectionField.Page || p.Refused == "")
                           orderby c.Id
                           select new
                           {
                               Row = c, Decision = (CorrectionDecisionRow?)d, p.Reading, p.NumberState, p.Number,
                               Folder = db.Arrivals.Where(a => a.FileId == p.FileId).OrderBy(a => a.Id).Select(a => a.Room).FirstOrDefault(),
                           };
                rows = status switch
                {
                    CorrectionStatus.Menunggu => rows.Where(r => r.Decision == null),
                    CorrectionStatus.Diterima => rows.Where(r => r.Decision!.IsAccepted),
                    CorrectionStatus.Ditolak => rows.Where(r => r.Decision != null && !r.Decision.IsAccepted),
                    _ => rows,
                };
                var views = new List<CorrectionView>();
                await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(stop))
                {
                    if (!SheetRooms.Of(row.Folder ?? "", row.NumberState, row.Number, roomOf).Within(region))
                        continue;
                    views.Add(CorrectionView.Of(row.Row, row.Decision, row.Reading is null ? null : ReadingJson.Read(row.Reading)));
                    if (views.Count > limit)
                        break;
                }

                return views;
            },
            stop);
        return Slice<CorrectionView>.Of(found, limit, c => c.Id.ToString(CultureInfo.InvariantCulture));
    }
}
