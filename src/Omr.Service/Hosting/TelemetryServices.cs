using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Omr.Service.Hosting;

/// <summary>Sends counts and traces to a collector, where one is named by the usual environment variable.</summary>
internal static class TelemetryServices
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this IServiceCollection services)
    {
        services.AddSingleton<Telemetry>();
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Endpoint)))
            return;
        services.AddOpenTelemetry()
            .WithMetrics(m => m.AddMeter(Telemetry.Name, "Microsoft.AspNetCore.Hosting", "System.Runtime").AddOtlpExporter())
            .WithTracing(t => t.AddAspNetCoreInstrumentation().AddOtlpExporter());
    }
}
