using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Omr.Scanner.Intake;
using Omr.Service.Access;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Rosters;
using Omr.Service.Sheets;
using Omr.Service.Storage;

namespace Omr.Service.Api;

/// <summary><c>/batches</c> and <c>/sheets</c>: what came in and what was read, with the pictures.</summary>
internal static class SheetEndpoints
{
    private const string Png = "image/png";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/batches", BatchesAsync).For(Act.ViewSheets).WithSummary("What came in, room by room");
        api.MapPost("/batches/{ruang}/scanner", ScannedAsync).For(Act.Scan).WithSummary("Say that you scan a room's batch");
        api.MapPost("/batches/{ruang}/acceptance", AcceptAsync).For(Act.Scan)
            .WithSummary("Take a room's batch as complete: the paper was counted and so many pages were scanned");
        api.MapGet("/sheets/{id:long}", SheetAsync).For(Act.ViewSheets).WithSummary("A page and all that was read from it");
        api.MapGet("/sheets/{id:long}/image", ImageAsync).For(Act.ViewSheets)
            .WithSummary("The scanned file as it came (ETag, ranges); format=png draws the page (turned further by putar=90, 180 or 270), format=tanda what was seen on it")
            .Produces<Stream>(contentType: Png, additionalContentTypes: ScanContentType.Others)
            .Produces(StatusCodes.Status206PartialContent).Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status416RangeNotSatisfiable);
        api.MapGet("/sheets/{id:long}/crop", CropAsync).For(Act.ViewSheets)
            .WithSummary("Picture of an item; field=identity for the number")
            .Produces<Stream>(contentType: Png).Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<ListAnswer<BatchView>, ProblemHttpResult>> BatchesAsync(
        string? kab, string? cursor, int? limit, HttpContext context, Caller caller, BatchList batches, CancellationToken stop)
    {
        var region = caller.Region;
        if (!string.IsNullOrEmpty(kab))
        {
            var asked = new Region(kab, "", "");
            if (!region.Covers(asked) && !asked.Covers(region))
                return context.NothingThere(Asked.Kab(kab));
            region = region.Covers(asked) ? asked : region;
        }

        return new ListAnswer<BatchView>(await batches.AfterAsync(region, cursor, SliceLimit.Of(limit), stop));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ScannedAsync(
        string ruang, HttpContext context, Caller caller, LiveProvince live, ScanLog scans, CancellationToken stop)
    {
        if (RoomId.Parse(ruang) is not { } room || !caller.Region.Covers(room) || !live.Current.Rooms.ContainsKey(room))
            return context.NothingThere(Asked.Room(ruang));
        await scans.RecordAsync(room, caller, stop);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> AcceptAsync(
        string ruang, Acceptance acceptance, HttpContext context, Caller caller, LiveProvince live, BatchDesk desk, CancellationToken stop)
    {
        if (RoomId.Parse(ruang) is not { } room || !caller.Region.Covers(room) || !live.Current.Rooms.ContainsKey(room))
            return context.NothingThere(Asked.Room(ruang));
        return await desk.AcceptAsync(room, acceptance.Halaman, caller, stop) is { } refused ? context.Problem(refused) : TypedResults.NoContent();
    }

    private static async Task<Results<Ok<SheetView>, ProblemHttpResult>> SheetAsync(
        long id, HttpContext context, Caller caller, SheetShelf shelf, CancellationToken stop)
    {
        if (await shelf.FindAsync(id, caller.Region, stop) is not { } sheet)
            return context.NothingThere(Asked.Sheet(id));
        var reading = sheet.Page.Reading is { } stored ? ReadingJson.Read(stored) : null;
        return TypedResults.Ok(SheetView.Of(sheet, reading, context.Language()));
    }

    private static async Task<IResult> ImageAsync(
        long id, string? format, string? bahasa, int? putar, HttpContext context, Caller caller, SheetShelf shelf, SheetPictures pictures, Vault vault,
        CancellationToken stop)
    {
        if (await shelf.FindAsync(id, caller.Region, stop) is not { } sheet)
            return context.NothingThere(Asked.Sheet(id));
        switch (format)
        {
            case null or "":
                Guard(context);
                var path = vault.PathOf(sheet.Sha256);
                return TypedResults.PhysicalFile(
                    path, await ScanContentType.OfAsync(path, stop), entityTag: new EntityTagHeaderValue($"\"{sheet.Sha256}\""),
                    enableRangeProcessing: true);
            case "png" when putar is not (null or 0 or 90 or 180 or 270):
                return context.Problem(
                    StatusCodes.Status400BadRequest, new("putar hanya 0, 90, 180, atau 270.", "putar can only be 0, 90, 180 or 270."));
            case "png":
                return await pictures.PageAsync(sheet, putar ?? 0, stop) is { } page
                    ? Picture(context, page, $"{sheet.Sha256}-{sheet.Page.Page}-{putar ?? 0}")
                    : Undrawn(context);
            case "tanda":
                // An img element can't say which language its page is in but by the address.
                var language = bahasa == Language.English.Code ? Language.English : bahasa is null ? context.Language() : Language.Indonesian;
                return await pictures.MarkedAsync(sheet, language, stop) is { } marked
                    ? Picture(context, marked, $"{sheet.Sha256}-{sheet.Page.Page}-{language.Code}-{ProgramVersion.Text}")
                    : Undrawn(context);
            default:
                return context.Problem(
                    StatusCodes.Status400BadRequest,
                    new("format hanya png atau tanda; tanpa format dikirim berkas aslinya.", "format can only be png or tanda; without it the file itself is sent."));
        }
    }

    private static async Task<IResult> CropAsync(
        long id, string? field, int? item, HttpContext context, Caller caller, SheetShelf shelf, SheetPictures pictures,
        CancellationToken stop)
    {
        if (await shelf.FindAsync(id, caller.Region, stop) is not { } sheet)
            return context.NothingThere(Asked.Sheet(id));
        if (sheet.Page.Reading is null)
            return Undrawn(context);
        var name = field ?? "identity";
        return await pictures.ItemAsync(sheet, name, item ?? 0, stop) is { } crop
            ? Picture(context, crop, $"{sheet.Sha256}-{sheet.Page.Page}-{name}-{item ?? 0}")
            : context.NothingThere(Asked.Crop(id, name, item ?? 0));
    }

    private static FileContentHttpResult Picture(HttpContext context, byte[] png, string tag)
    {
        Guard(context);
        return TypedResults.Bytes(png, Png, entityTag: new EntityTagHeaderValue($"\"{tag}\""));
    }

    // What came from a scanner may have been made by anybody: a browser shall show it as what it is said to be, or not at all.
    private static void Guard(HttpContext context)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
    }

    private static ProblemHttpResult Undrawn(HttpContext context) => context.Problem(
        StatusCodes.Status409Conflict,
        new(
            "Halaman ini ditolak dan tidak digambar; ambil berkas aslinya (/image tanpa format).",
            "This page was refused and isn't drawn; fetch the file itself (/image without format)."));

    /// <param name="Halaman">Pages of the batch that were scanned, as counted on the paper.</param>
    internal sealed record Acceptance(int Halaman);
}
