using Omr.Service.Access;
using Omr.Service.Review;
using Omr.Service.Sheets;
using Omr.Service.Storage;

namespace Omr.Service.Web.Sheets;

/// <summary>A sheet with everything that is known of it.</summary>
internal static class SheetPages
{
    private const int MostCorrections = 200;

    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/lembar/{id:long}", ShowAsync).For(Act.ViewSheets);

    private static async Task<IResult> ShowAsync(long id, Here here, SheetShelf shelf, CorrectionList corrections, CancellationToken stop)
    {
        var region = here.Who!.Region;
        if (await shelf.FindAsync(id, region, stop) is not { } found)
            return TypedResults.NotFound();
        var reading = found.Page.Reading is { } stored ? ReadingJson.Read(stored) : null;
        var changes = here.May(Act.ViewReview) ? await corrections.AfterAsync(region, null, id, 0, MostCorrections, stop) : new([], null);
        return here.Page<SheetPage, SheetModel>(new(SheetView.Of(found, reading, here.Language), changes.Isi, found.Rooms.Room?.ToString() ?? ""));
    }
}
