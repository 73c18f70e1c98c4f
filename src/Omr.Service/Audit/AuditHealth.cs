using Microsoft.Extensions.Diagnostics.HealthChecks;
using Omr.Service.Hosting;

namespace Omr.Service.Audit;

/// <summary>Whether the log's heads reach the folders in which they are kept.</summary>
internal sealed class AuditHealth(HeadService heads) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(HealthAnswer.Of(heads.Problems, []));
}
