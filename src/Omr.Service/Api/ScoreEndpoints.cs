using System.Buffers;
using System.Text.Json;
using Omr.Service.Access;
using Omr.Service.Publication;

namespace Omr.Service.Api;

/// <summary>
/// <c>/scores</c>. Those who may see unreleased scores get the newest run's, or any run's; all others what is released. What
/// a caller may not see isn't there.
/// </summary>
internal static class ScoreEndpoints
{
    private const string Json = "application/json; charset=utf-8";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/scores/{nomorPeserta}", ScoreAsync).For(Act.ViewReleasedScores)
            .WithSummary("Score of a participant (ETag, If-None-Match)")
            .Produces<ScoreView>().Produces(StatusCodes.Status304NotModified);
        api.MapGet("/scores", ListAsync).For(Act.ViewReleasedScores)
            .WithSummary("Scores in the order of numbers (ETag, If-None-Match)")
            .Produces<Slice<ScoreView>>().Produces(StatusCodes.Status304NotModified);
    }

    private static async Task ScoreAsync(
        string nomorPeserta, long? run, HttpContext context, Caller caller, ScoreBooks books, CancellationToken stop)
    {
        var book = await books.VisibleAsync(caller, run, stop);
        if (book is null
            || !book.ByNumber.TryGetValue(nomorPeserta, out var score)
            || !caller.Region.Covers(score.Room)
            || (run is not null && run != score.Run))
        {
            await context.NothingThere(Asked.Participant(nomorPeserta)).ExecuteAsync(context);
            return;
        }

        var response = context.Response;
        response.Headers.ETag = score.ETag;
        response.Headers.CacheControl = EntityTags.Caching;
        if (EntityTags.Knows(context.Request.Headers.IfNoneMatch, score.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = Json;
        response.ContentLength = score.Json.Length;
        await response.BodyWriter.WriteAsync(score.Json, stop);
    }

    private static async Task ListAsync(
        [AsParameters] ScoreQuery query, HttpContext context, Caller caller, ScoreBooks books, CancellationToken stop)
    {
        var most = SliceLimit.Of(query.Limit);
        var book = await books.VisibleAsync(caller, query.Run, stop) ?? ScoreBook.Empty;
        var found = book.After(query.Cursor ?? "")
            .Where(s => caller.Region.Covers(s.Room) && query.Suits(s)).Take(most + 1).ToList();
        var slice = Slice<ScoreEntry>.Of(found, most, s => s.Number);
        var body = new ArrayBufferWriter<byte>();
        body.Write("{\"isi\":["u8);
        for (var i = 0; i < slice.Isi.Count; i++)
        {
            if (i > 0)
                body.Write(","u8);
            body.Write(slice.Isi[i].Json);
        }

        body.Write("],\"berikutnya\":"u8);
        body.Write(JsonSerializer.SerializeToUtf8Bytes(slice.Berikutnya));
        body.Write("}"u8);
        await context.WriteListAsync(body.WrittenMemory);
    }
}
