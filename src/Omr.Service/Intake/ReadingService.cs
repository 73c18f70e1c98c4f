using Omr.Scanner.Intake;

namespace Omr.Service.Intake;

/// <summary>Has everything read that waits, as long as the service runs.</summary>
internal sealed class ReadingService(SheetProcessor processor) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => processor.RunAsync(stoppingToken);
}
