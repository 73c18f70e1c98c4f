namespace Omr.Service.Audit;

/// <summary>The wiring of the audit log's heads.</summary>
internal static class AuditServices
{
    /// <summary>Added before whatever writes to the log, so that it ends after it.</summary>
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddOptions<AuditOptions>().BindConfiguration(AuditOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<HeadService>();
        services.AddHostedService(p => p.GetRequiredService<HeadService>());
        services.AddSingleton<AuditList>();
        services.AddHealthChecks().AddCheck<AuditHealth>("audit");
    }
}
