using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Rosters;
using Omr.Service.Storage;

namespace Omr.Service.Web.Lists;

/// <summary>Daftar: how roster and attendance stand, and where their files come in. Who may only look sees how they stand.</summary>
internal static class ListPages
{
    private const int MostImports = 8;

    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/daftar", ShowAsync).For(Act.ViewRoster);

    private static async Task<IResult> ShowAsync(Here here, ListStore lists, Store store, CancellationToken stop)
    {
        var own = here.Who!.Region;
        var standing = ListStanding.Of(await lists.CurrentAsync(stop), own);
        // An import may touch any region; who may not see all is told of none.
        var imports = own == Region.Province
            ? await store.ReadAsync(db => db.Imports.AsNoTracking().OrderByDescending(i => i.Id).Take(MostImports).ToListAsync(stop), stop)
            : [];
        return here.Page<ListsPage, ListsModel>(new(standing, [.. imports.Select(LineOf)]));
    }

    private static ImportLine LineOf(ImportRow import) => new(
        (import.Kind == "roster" ? ListKind.Roster : ListKind.Attendance).Title, import.FileName, import.By, import.At, import.Added, import.Changed, import.Removed);
}
