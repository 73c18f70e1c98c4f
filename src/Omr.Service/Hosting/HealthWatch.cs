using System.Text.RegularExpressions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Omr.Service.Access;
using Omr.Service.Audit;
using Omr.Service.Storage;

namespace Omr.Service.Hosting;

/// <summary>
/// Asks every few seconds whether all is well, so that a fault becomes an alarm although nobody asks: a line in the log when it
/// comes and one when it goes, a number for monitors, an event for pages that are open. A jump of the clock is also written
/// into the audit log, where it explains the times around it.
/// </summary>
internal sealed partial class HealthWatch(
    HealthCheckService health, ClockWatch clock, Store store, EventHub events, Telemetry telemetry, IOptions<ServiceOptions> options, TimeProvider time, ILogger<HealthWatch> log)
    : BackgroundService
{
    // By what they say but for figures, which change from look to look.
    private readonly Dictionary<string, string> _told = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                if (clock.Look() is { } jump)
                    await WriteDownAsync(jump, stoppingToken);
                Tell(HealthAnswer.ProblemsOf(await health.CheckHealthAsync(stoppingToken)));
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                NotChecked(error);
            }

            await Task.Delay(TimeSpan.FromSeconds(options.Value.WatchSeconds), time, stoppingToken);
        }
    }

    private void Tell(IReadOnlyCollection<Wording> problems)
    {
        var now = problems.Select(p => p.English).GroupBy(p => Figures().Replace(p, "#")).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var (kind, problem) in now.Where(p => !_told.ContainsKey(p.Key)))
        {
            _told[kind] = problem;
            Alarm(problem);
            events.Publish(new("health.changed", null, ""));
        }

        foreach (var (kind, problem) in _told.Where(p => !now.ContainsKey(p.Key)).ToList())
        {
            _told.Remove(kind);
            Over(problem);
            events.Publish(new("health.changed", null, ""));
        }

        telemetry.Problems = now.Count;
    }

    private async Task WriteDownAsync(ClockJump jump, CancellationToken stop)
    {
        telemetry.Jumped(jump.By);
        try
        {
            await store.WriteAsync(
                db => AuditTrail.AppendAsync(
                    db, time, Caller.Program, "clock.jump", "jam", AuditEntry.TimeText(jump.From), AuditEntry.TimeText(jump.To), stop: stop),
                stop);
        }
        catch (Exception error) when (FaultWording.Is(error))
        {
            NotChecked(error); // the alarm stands without it
        }
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Figures();

    [LoggerMessage(1, LogLevel.Error, "Alarm: {Problem}")]
    private partial void Alarm(string problem);

    [LoggerMessage(2, LogLevel.Warning, "Over: {Problem}")]
    private partial void Over(string problem);

    [LoggerMessage(3, LogLevel.Error, "The service could not look whether it is well")]
    private partial void NotChecked(Exception error);
}
