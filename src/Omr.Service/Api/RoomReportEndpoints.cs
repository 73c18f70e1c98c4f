using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Omr.Service.Access;
using Omr.Service.Audit;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Rosters;
using Omr.Service.Storage;

namespace Omr.Service.Api;

/// <summary><c>/rooms/{kab}/{lokasi}/{ruang}/report</c>: the counts of a room as its supervisor reports them.</summary>
internal static class RoomReportEndpoints
{
    private const string Path = "/rooms/{kab}/{lokasi}/{ruang}/report";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPut(Path, PutAsync).For(Act.EnterAttendance)
            .WithSummary("Enter what a room's supervisor reports; If-Match names the state it replaces")
            .ProducesProblem(StatusCodes.Status412PreconditionFailed);
        api.MapGet(Path, GetAsync).For(Act.ViewReconciliation)
            .WithSummary("See what a room's supervisor reported last (ETag, If-None-Match)")
            .Produces(StatusCodes.Status304NotModified);
    }

    private static async Task<Results<Ok<RoomReportMessage>, ProblemHttpResult>> PutAsync(
        string kab, string lokasi, string ruang, RoomReportMessage report, HttpContext context, Caller caller,
        ListStore lists, Store store, TimeProvider time, CancellationToken stop)
    {
        var room = new RoomId(kab, lokasi, ruang);
        if (report.Problem() is { } problem)
            return context.Problem(StatusCodes.Status422UnprocessableEntity, problem);
        var known = context.Request.GetTypedHeaders().IfMatch;
        var (row, refused) = await store.WriteAsync<(RoomReportRow?, Refused?)>(
            async db =>
            {
                if (!await MaySeeAsync(db, room, caller, lists, stop))
                    return (null, null);
                var before = await ProvinceReader.LatestReportAsync(db, room, stop);
                if (Unseen(known, before) is { } unseen)
                    return (null, unseen);
                var after = RowOf(room, report, caller, time);
                db.RoomReports.Add(after);
                await AuditTrail.AppendAsync(
                    db, time, caller, "room.report", room.ToString(),
                    before is null ? "" : RoomReportMessage.Of(before).ToString(), RoomReportMessage.Of(after).ToString(), stop: stop);
                return (after, null);
            },
            stop);
        return row is not null ? Answer(context, row)
            : refused is not null ? context.Problem(refused)
            : context.NothingThere(Asked.Room(kab, lokasi, ruang));
    }

    // Nobody replaces what they have not seen.
    private static Refused? Unseen(IList<EntityTagHeaderValue> known, RoomReportRow? before)
    {
        if (before is null)
        {
            return known.Count == 0 ? null : new(StatusCodes.Status412PreconditionFailed, new(
                "Ruang ini belum punya laporan; kirim tanpa If-Match.", "This room has no report yet; send it without If-Match."));
        }

        if (known.Count == 0)
        {
            return new(StatusCodes.Status428PreconditionRequired, new(
                $"Ruang ini sudah punya laporan dari {before.By}. Ambil (GET), periksa, lalu kirim dengan If-Match berisi ETag-nya.",
                $"This room has a report by {before.By} already. Get it, check it, then send yours with its ETag as If-Match."));
        }

        return known.Any(t => t == EntityTagHeaderValue.Any || t.Compare(TagOf(before), useStrongComparison: true))
            ? null
            : new(StatusCodes.Status412PreconditionFailed, new(
                $"Laporan ini sudah diubah oleh {before.By}. Ambil lagi (GET), bandingkan, lalu kirim dengan ETag yang baru. Tidak ada yang disimpan.",
                $"This report was changed by {before.By}. Get it again, compare, then send yours with the new ETag. Nothing was stored."));
    }

    private static async Task<Results<Ok<RoomReportMessage>, StatusCodeHttpResult, ProblemHttpResult>> GetAsync(
        string kab, string lokasi, string ruang, HttpContext context, Caller caller, ListStore lists, Store store,
        CancellationToken stop)
    {
        var room = new RoomId(kab, lokasi, ruang);
        var row = await store.ReadAsync(
            async db => await MaySeeAsync(db, room, caller, lists, stop) ? await ProvinceReader.LatestReportAsync(db, room, stop) : null, stop);
        if (row is null)
            return context.NothingThere(new Wording("Laporan", "A report:") + Asked.Room(kab, lokasi, ruang));
        var answer = Answer(context, row);
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(TagOf(row), useStrongComparison: false))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : answer;
    }

    private static async Task<bool> MaySeeAsync(
        OmrDatabase db, RoomId room, Caller caller, ListStore lists, CancellationToken stop) =>
        caller.Region.Covers(room) && (await lists.CurrentAsync(db, stop)).Roster.Rooms.AsSpan().BinarySearch(room) >= 0;

    private static Ok<RoomReportMessage> Answer(HttpContext context, RoomReportRow row)
    {
        context.Response.GetTypedHeaders().ETag = TagOf(row);
        return TypedResults.Ok(RoomReportMessage.Of(row));
    }

    private static EntityTagHeaderValue TagOf(RoomReportRow row) => new(FormattableString.Invariant($"\"{row.Id}\""));

    private static RoomReportRow RowOf(RoomId room, RoomReportMessage report, Caller caller, TimeProvider time) => new()
    {
        Kab = room.Kab,
        Lokasi = room.Lokasi,
        Ruang = room.Ruang,
        By = caller.Name,
        At = time.GetUtcNow().UtcDateTime,
        Registered = report.Terdaftar,
        Present = report.Hadir,
        Absent = report.TidakHadir,
        SheetsReceived = report.LjkDiterima,
        SheetsCollected = report.LjkTerkumpul,
        SparesUsed = report.CadanganTerpakai,
        Damaged = report.Rusak,
        Unused = report.Sisa,
        Recounted = report.HitunganKedua,
        SparesReceived = report.CadanganDiterima,
        BookletsReceived = report.NaskahDiterima,
        BookletsUsed = report.NaskahTerpakai,
        BookletsDamaged = report.NaskahRusak,
        BookletsUnused = report.NaskahSisa,
        BookletsDestroyed = report.NaskahDimusnahkan,
        Seal = report.Segel ?? "",
        Explanation = report.Penjelasan ?? "",
        Note = report.Catatan ?? "",
    };
}
