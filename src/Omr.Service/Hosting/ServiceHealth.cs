using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Omr.Scanner.Intake;
using Omr.Service.Intake;
using Omr.Service.Storage;

namespace Omr.Service.Hosting;

/// <summary>Whether the service can do its work: drop folders, disk, ledger, and how long the oldest sheet waits.</summary>
internal sealed class ServiceHealth(
    DataFolder data, Store store, DropPlaces drops, IntakeStatus intake, SheetProcessor processor, IOptions<ServiceOptions> options, TimeProvider time) : IHealthCheck
{
    private const int MostNamed = 5;
    private const long Megabyte = 1 << 20;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var problems = intake.Problems.Select(p => $"drop {p.Folder}: {p.Problem}").ToList();
        if (processor.Problem.Length > 0)
            problems.Add($"readings can't be stored: {processor.Problem}");
        problems.AddRange(intake.NotTaken.Take(MostNamed).Select(f => $"not taken: {f.Name}: {f.Reason}"));
        var free = new DriveInfo(data.Root).AvailableFreeSpace / Megabyte;
        if (free < options.Value.LeastFreeMegabytes)
            problems.Add($"disk: {free} MB free, {options.Value.LeastFreeMegabytes} MB wanted");
        try
        {
            var oldest = await store.ReadAsync(
                db => db.Files.Where(f => f.ReadAt == null).OrderBy(f => f.Id).Select(f => (DateTime?)f.ReceivedAt).FirstOrDefaultAsync(cancellationToken),
                cancellationToken);
            if (oldest is { } since && (time.GetUtcNow().UtcDateTime - since).TotalSeconds is var waits && waits > options.Value.LongestWaitSeconds)
                problems.Add($"oldest sheet waits for {waits:0} s");
            problems.AddRange(await StrangersAsync(cancellationToken));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            problems.Add($"ledger: {error.Message}");
        }

        return problems.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(string.Join("; ", problems));
    }

    // A misspelt operator would let the scanner of a batch confirm its corrections.
    private async Task<IEnumerable<string>> StrangersAsync(CancellationToken stop)
    {
        var named = drops.All.Where(d => d.Operator.Length > 0).ToList();
        var known = named.Count == 0 ? [] : await store.ReadAsync(db => db.Accounts.Select(a => a.Name).ToListAsync(stop), stop);
        return named.Where(d => !known.Contains(d.Operator, StringComparer.OrdinalIgnoreCase))
            .Select(d => $"drop {d.Path}: its operator {d.Operator} has no account");
    }
}
