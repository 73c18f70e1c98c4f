using Microsoft.Extensions.Diagnostics.HealthChecks;
using Omr.Service.Storage;

namespace Omr.Service.Hosting;

/// <summary>Whether the clock can be believed; a wrong one stops nothing.</summary>
internal sealed class ClockHealth(ClockWatch clock, Store store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        DateTime? newest = null;
        try
        {
            newest = await store.ReadAsync(db => Task.FromResult(ClockWatch.Newest(db)), cancellationToken);
        }
        catch (Exception error) when (FaultWording.Is(error))
        {
            // The database's own trouble is told elsewhere.
        }

        return HealthAnswer.Of([], [.. clock.Problems(newest)]);
    }
}
