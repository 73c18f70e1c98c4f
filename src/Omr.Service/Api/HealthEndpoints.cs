using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Omr.Service.Access;
using Omr.Service.Hosting;

namespace Omr.Service.Api;

/// <summary>
/// <c>GET /health</c> under the API: what is wrong, in words, for who is signed in. Monitors ask <c>/health/ready</c>, which tells
/// anybody only whether something is: names of folders and files are nobody else's business.
/// </summary>
internal static class HealthEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/health", TellAsync).For(Act.FollowEvents).WithSummary("What is wrong with the service, in words");

    private static async Task<Ok<Health>> TellAsync(HttpContext context, HealthCheckService health, CancellationToken stop)
    {
        var report = await health.CheckHealthAsync(stop);
        return TypedResults.Ok(new Health(
            report.Status switch { HealthStatus.Healthy => "baik", HealthStatus.Degraded => "perlu perhatian", _ => "terganggu" },
            [.. HealthAnswer.ProblemsOf(report).Select(context.Say)]));
    }

    /// <param name="Status"><c>baik</c>, <c>perlu perhatian</c> or <c>terganggu</c>.</param>
    /// <param name="Masalah">What is wrong and what to do.</param>
    internal sealed record Health(string Status, IReadOnlyList<string> Masalah);
}
