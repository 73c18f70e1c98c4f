using Omr.Service.Access;
using Omr.Service.Intake;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Rosters;
using Omr.Service.Sheets;

namespace Omr.Service.Web.Scanning;

/// <summary>Ruang pindai: what the scanners bring in, as it comes, and the batch of a room.</summary>
internal static class ScanningPages
{
    private const int MostBatches = 24;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/pindai", RoomAsync).For(Act.ViewSheets);
        pages.MapGet("/pindai/{ruang}", BatchAsync).For(Act.ViewSheets);
    }

    private static async Task<IResult> RoomAsync(
        Here here, ScanRoom scans, LiveProvince live, IntakeStatus intake, Hosting.DropPlaces drops, CancellationToken stop)
    {
        var region = here.Who!.Region;
        var batches = await scans.LatestAsync(region, MostBatches, stop);
        var (pace, waiting, pages) = await scans.PaceAsync(stop);
        return here.Page<ScanRoomPage, ScanRoomModel>(new(
            [.. batches.Select(b => BatchModel.Of(b, live.Current))], await scans.LastAsync(region, stop), pace, waiting, pages,
            [.. intake.Problems.Select(p => p.Problem), .. intake.Strays.Select(Stray)], region == Region.Province ? drops.All.First().Path : ""));
    }

    private static async Task<IResult> BatchAsync(string ruang, Here here, ScanRoom scans, LiveProvince live, CancellationToken stop)
    {
        if (RoomId.Parse(ruang) is not { } room || !here.Who!.Region.Covers(room) || await scans.FindAsync(ruang, stop) is not { } batch)
            return TypedResults.NotFound();
        return here.Page<BatchPage, BatchPageModel>(new(BatchModel.Of(batch, live.Current), await scans.PagesAsync(ruang, stop)));
    }

    private static Wording Stray(string folder) => new(
        $"Folder {Path.GetFileName(folder)} tidak dikenal sebagai ruang; isinya tidak dibaca. Beri nama KAB-LOKASI-RUANG.",
        $"Folder {Path.GetFileName(folder)} is no room's; what is in it isn't read. Name it KAB-LOKASI-RUANG.");
}
