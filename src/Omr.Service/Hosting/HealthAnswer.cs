using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Omr.Service.Hosting;

/// <summary>The result of a health check that tells its problems in both languages.</summary>
internal static class HealthAnswer
{
    private const string Problems = "problems";

    /// <summary>What hinders the work makes it unhealthy, what only wants to be seen to degrades it.</summary>
    public static HealthCheckResult Of(IReadOnlyCollection<Wording> serious, IReadOnlyCollection<Wording> slight)
    {
        List<Wording> all = [.. serious, .. slight];
        return new(
            serious.Count > 0 ? HealthStatus.Unhealthy : all.Count > 0 ? HealthStatus.Degraded : HealthStatus.Healthy,
            string.Join("; ", all.Select(p => p.English)), data: new Dictionary<string, object> { [Problems] = all });
    }

    /// <summary>All problems of a report. A check that failed itself is one too: what isn't known to be well isn't.</summary>
    public static IReadOnlyList<Wording> ProblemsOf(HealthReport report) =>
    [
        .. report.Entries.SelectMany(e => e.Value.Data.TryGetValue(Problems, out var all)
            ? (IEnumerable<Wording>)all
            : e.Value.Status == HealthStatus.Healthy ? [] : [new(
                $"pemeriksaan {e.Key} gagal: {e.Value.Exception?.Message}", $"the check {e.Key} failed: {e.Value.Exception?.Message}")]),
    ];
}
