using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Rosters;
using Omr.Service.Storage;

namespace Omr.Service.Sheets;

/// <summary>Finds stored pages, for those who may see them.</summary>
internal sealed class SheetShelf(Store store, ListStore lists)
{
    /// <summary>The page of that number; null if there is none within the region.</summary>
    public async Task<FoundSheet?> FindAsync(long id, Region region, CancellationToken stop)
    {
        var roomOf = (await lists.CurrentAsync(stop)).RoomOf;
        var found = await store.ReadAsync(db => FindAsync(db, id, roomOf, stop), stop);
        return found?.Rooms.Within(region) == true ? found : null;
    }

    private static async Task<FoundSheet?> FindAsync(OmrDatabase db, long id, Func<string, RoomId?> roomOf, CancellationToken stop)
    {
        if (await db.Pages.SingleOrDefaultAsync(p => p.Id == id, stop) is not { } page)
            return null;
        var file = await db.Files.SingleAsync(f => f.Id == page.FileId, stop);
        var arrivals = await db.Arrivals.Where(a => a.FileId == page.FileId).OrderBy(a => a.Id).ToListAsync(stop);
        var folder = arrivals.Count > 0 ? arrivals[0].Room : "";
        var ids = arrivals.ConvertAll(a => a.Id);
        var before = arrivals.ConvertAll(a => a.PredecessorId);
        return new(
            page, file.Sha256, arrivals, SheetRooms.Of(folder, page.NumberState, page.Number, roomOf),
            await LastAsync(db.Arrivals.Where(a => before.Contains(a.Id))),
            await LastAsync(db.Arrivals.Where(a => a.PredecessorId != null && ids.Contains(a.PredecessorId.Value))));

        // The same page in another state of the file.
        Task<long?> LastAsync(IQueryable<ArrivalRow> of) => of
            .Join(db.Pages.Where(p => p.Page == page.Page), a => a.FileId, p => p.FileId, (_, p) => (long?)p.Id).MaxAsync(stop);
    }
}
