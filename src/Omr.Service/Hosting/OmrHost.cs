using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Omr.Scanner.Intake;
using Omr.Service.Access;
using Omr.Service.Api;
using Omr.Service.Audit;
using Omr.Service.Cli;
using Omr.Service.Intake;
using Omr.Service.KeyCustody;
using Omr.Service.Rosters;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Scoring;
using Omr.Service.Storage;
using Omr.Service.Web;
using Omr.Service.Web.Faults;

namespace Omr.Service.Hosting;

/// <summary>Puts the service together: all wiring on one page.</summary>
internal static class OmrHost
{
    /// <summary>The service over that folder; it does nothing before it is started.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="urls">Addresses to listen at.</param>
    /// <param name="change">Changes what was wired, for tests.</param>
    public static WebApplication Build(DataFolder data, string urls, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.Configuration.AddJsonFile(Path.Combine(data.Root, "omr.json"), optional: true).AddEnvironmentVariables("OMR_");
        builder.WebHost.UseUrls(urls).ConfigureKestrel(ConnectionLimits.Set);
        AddLogs(builder.Logging);
        AddOmr(builder.Services, data);
        change?.Invoke(builder);
        var app = builder.Build();
        MapOmr(app);
        return app;
    }

    // To standard error, a line each: words for somebody who watches, JSON for a collector. omr.json may change the levels.
    private static void AddLogs(ILoggingBuilder logs)
    {
        logs.ClearProviders();
        logs.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        // It repeats at each look what HealthWatch tells once.
        logs.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        // It warns that its keys aren't encrypted; secrets/ is closed to everybody else.
        logs.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logs.AddConsole(o =>
        {
            o.LogToStandardErrorThreshold = LogLevel.Trace;
            o.FormatterName = Console.IsErrorRedirected ? ConsoleFormatterNames.Json : LineFormatter.Key;
        });
        logs.AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();
        logs.Services.Configure<JsonConsoleFormatterOptions>(o => (o.UseUtcTimestamp, o.TimestampFormat) = (true, "O"));
    }

    private static void AddOmr(IServiceCollection services, DataFolder data)
    {
        services.AddOptions<ServiceOptions>().BindConfiguration(ServiceOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(data);
        services.AddSingleton(new Store(data.Database));
        services.AddSingleton<EventHub>();
        services.AddTelemetry();
        services.AddAudit();
        services.AddAccess();
        services.AddDataProtection().SetApplicationName("omr").AddKeyManagementOptions(o => o.XmlRepository = new KeyFiles(data.Secrets));

        services.AddSingleton(p => FormChoice.Of(p.GetRequiredService<IOptions<ServiceOptions>>().Value));
        services.AddSingleton(new Vault(data.Vault));
        services.AddSingleton<DropPlaces>();
        services.AddSingleton<SheetLedger>();
        services.AddSingleton<ISheetLedger>(p => p.GetRequiredService<SheetLedger>());
        services.AddSingleton(p => new SheetProcessor(
            p.GetRequiredService<FormChoice>().WithCover,
            p.GetRequiredService<IOptions<ServiceOptions>>().Value.Jobs,
            WorkerProgram.Command,
            p.GetRequiredService<Vault>(),
            p.GetRequiredService<ISheetLedger>(),
            new(data.Parked, p.GetRequiredService<Vault>(), Language.Indonesian.Say),
            p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new LiveProvince(ScoreWeights.Of(p.GetRequiredService<IOptions<ServiceOptions>>().Value.PedagogyWeight)));
        services.AddSingleton<ActStore>().AddSingleton<ProvinceMap>();
        services.AddSingleton<ProvinceFeed>();
        services.AddHostedService<ProvinceService>(); // before anything is read
        services.AddSingleton<IntakeStatus>().AddSingleton<WaitingTime>().AddSingleton<ClockWatch>();
        services.AddHostedService<IntakeService>();
        services.AddHostedService<ReadingService>();
        services.AddHostedService<HealthWatch>();
        services.AddResults();

        services.AddSingleton<ListStore>().AddSingleton<ListImport>();
        services.AddSingleton<KeyCipher>().AddSingleton<KeyStore>().AddSingleton<KeyDesk>();
        services.AddProblemDetails(o => o.CustomizeProblemDetails = c => Problems.Complete(c.HttpContext, c.ProblemDetails));
        services.AddWebPages(); // its faults before the API's
        services.AddExceptionHandler<BadRequests>().AddExceptionHandler<StorageFaults>();
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true); // so that they are told what is wrong
        services.AddRequestLimits();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ServiceOptions>>((forwarded, options) =>
        {
            if (options.Value.TrustedProxies.Length == 0)
                return;
            // None but those that are named, not even this machine.
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var proxy in options.Value.TrustedProxies)
                forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
        });
        services.AddHealthChecks().AddCheck<ServiceHealth>("omr").AddCheck<ClockHealth>("clock");
        services.AddApiDocument();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow; // a misspelt name is told, not dropped
            json.SerializerOptions.AllowDuplicateProperties = false; // which of the two would count, nobody knows
            json.SerializerOptions.RespectNullableAnnotations = true; // null where a text is wanted is told as well
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, new DefaultJsonTypeInfoResolver { Modifiers = { BadRequests.RequireTexts } });
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping; // names of people, as JSON only
        });
    }

    private static void MapOmr(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityLog();
        app.UseExceptionHandler();
        app.UseBrowserSafety();
        app.UseStatusCodePages();
        PageFaults.Use(app);
        // A wrong method or type of content is told to everybody: such an endpoint is none of ours, and asks for no right.
        app.Use(static (context, next) => context.GetEndpoint() is { RequestDelegate: { } told } and not RouteEndpoint ? told(context) : next(context));
        app.UseAuthentication();
        app.UseRateLimiter(); // before what is refused: that counts as well
        app.UseAuthorization();
        app.UseQueryNames();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapWebPages();
        var api = app.MapGroup("/api/v1");
        SetupEndpoints.Map(api);
        SessionEndpoints.Map(api);
        AccountEndpoints.Map(api);
        AuditEndpoints.Map(api);
        HealthEndpoints.Map(api);
        EventEndpoints.Map(api);
        ImportEndpoints.Map(api);
        RosterEndpoints.Map(api);
        RoomReportEndpoints.Map(api);
        KeyEndpoints.Map(api);
        ReconciliationEndpoints.Map(api);
        api.MapResults();
    }
}
