using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Omr.Service.Access;
using Omr.Service.Runs;

namespace Omr.Service.Api;

/// <summary><c>/scoring-runs</c>: start, list and compare runs.</summary>
internal static class RunEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var runs = api.MapGroup("/scoring-runs");
        runs.MapPost("", StartAsync).For(Act.RunScoring).WithSummary("Score everybody as things stand now");
        runs.MapGet("", ListAsync).For(Act.ViewRuns).WithSummary("The scoring runs, the newest first");
        runs.MapGet("/{id:long}", RunAsync).For(Act.ViewRuns).WithSummary("A scoring run");
        runs.MapGet("/{id:long}/changes", ChangesAsync).For(Act.ViewRuns).WithSummary("Whose score differs from another run's");
    }

    private static async Task<Results<Created<RunView>, ProblemHttpResult>> StartAsync(
        RunRequest request, HttpContext context, Caller caller, ScoringRuns runs, CancellationToken stop)
    {
        // A run is of the whole province.
        if (caller.Region != Region.Province)
            return context.NothingThere(new("Skoring provinsi", "The province's scoring"));
        var (run, refused) = await runs.StartAsync((request.Alasan ?? "").Trim(), caller, stop);
        return run is null
            ? context.Problem(refused!)
            : TypedResults.Created(string.Create(CultureInfo.InvariantCulture, $"/api/v1/scoring-runs/{run.Id}"), RunView.Of(run));
    }

    private static async Task<ListAnswer<RunView>> ListAsync(long? cursor, int? limit, ScoringRuns runs, CancellationToken stop)
    {
        var most = SliceLimit.Of(limit);
        var rows = await runs.BeforeAsync(cursor, most + 1, stop);
        return new(
            Slice<Storage.RunRow>.Of(rows, most, r => r.Id.ToString(CultureInfo.InvariantCulture)).Select(RunView.Of));
    }

    private static async Task<Results<Ok<RunView>, ProblemHttpResult>> RunAsync(
        long id, HttpContext context, ScoringRuns runs, CancellationToken stop) =>
        await runs.FindAsync(id, stop) is { } run ? TypedResults.Ok(RunView.Of(run)) : context.NothingThere(Asked.Run(id));

    private static async Task<Results<ListAnswer<ScoreChange>, ProblemHttpResult>> ChangesAsync(
        long id, long from, string? cursor, int? limit, HttpContext context, Caller caller, ScoringRuns runs, RunComparison comparison,
        CancellationToken stop)
    {
        foreach (var run in (long[])[id, from])
        {
            if (await runs.FindAsync(run, stop) is null)
                return context.NothingThere(Asked.Run(run));
        }

        return new ListAnswer<ScoreChange>(
            await comparison.AfterAsync(from, id, caller.Region, cursor ?? "", SliceLimit.Of(limit), stop));
    }

    /// <param name="Alasan">Why.</param>
    internal sealed record RunRequest(string? Alasan);
}
