using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Omr.Service.Access;
using Omr.Service.Publication;
using Omr.Service.Runs;

namespace Omr.Service.Api;

/// <summary><c>/releases</c>: a kab's scores in a run may be seen.</summary>
internal static class ReleaseEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/releases", ApproveAsync).For(Act.Release).WithSummary("Release the scores of a kab");
        api.MapGet("/releases", ListAsync).For(Act.ViewReleasedScores).WithSummary("The releases, the newest first");
    }

    private static async Task<Results<Created<ReleaseView>, ProblemHttpResult>> ApproveAsync(
        ReleaseRequest request, HttpContext context, Caller caller, ScoringRuns runs, Releases releases, CancellationToken stop)
    {
        var kab = (request.Kab ?? "").Trim();
        if (kab.Length == 0)
        {
            return context.Problem(StatusCodes.Status422UnprocessableEntity, new(
                "kab belum disebutkan: kab yang nilainya dirilis, misalnya {\"run\":1,\"kab\":\"12\"}.",
                "kab is missing: the kab whose scores are released, e.g. {\"run\":1,\"kab\":\"12\"}."));
        }

        if (await runs.FindAsync(request.Run, stop) is not { } run)
            return context.NothingThere(Asked.Run(request.Run));
        if (!caller.Region.Covers(new Region(kab, "", "")) || !await releases.HasKabAsync(run.Id, kab, stop))
            return context.NothingThere(Asked.Kab(kab));

        var (row, refused) = await releases.ApproveAsync(run, kab, (request.Catatan ?? "").Trim(), caller, stop);
        return row is null
            ? context.Problem(refused!)
            : TypedResults.Created(string.Create(CultureInfo.InvariantCulture, $"/api/v1/scores?kab={kab}"), ReleaseView.Of(row));
    }

    private static async Task<ListAnswer<ReleaseView>> ListAsync(
        long? cursor, int? limit, Caller caller, Releases releases, CancellationToken stop)
    {
        var most = SliceLimit.Of(limit);
        var rows = await releases.BeforeAsync(caller.Region, cursor, most + 1, stop);
        return new(
            Slice<Storage.ReleaseRow>.Of(rows, most, r => r.Id.ToString(CultureInfo.InvariantCulture)).Select(ReleaseView.Of));
    }

    /// <param name="Run">The scoring run.</param>
    /// <param name="Kab">The kab.</param>
    /// <param name="Catatan">What there is to say.</param>
    internal sealed record ReleaseRequest(long Run, string? Kab, string? Catatan);
}
