using Omr.Service.Api;
using Omr.Service.ItemAnalysis;
using Omr.Service.Publication;
using Omr.Service.Review;
using Omr.Service.Runs;
using Omr.Service.Sheets;

namespace Omr.Service.Hosting;

/// <summary>The wiring from stored pages to released scores.</summary>
internal static class ResultServices
{
    public static void AddResults(this IServiceCollection services)
    {
        services.AddSingleton<SheetShelf>();
        services.AddSingleton<BatchList>();
        services.AddSingleton<ScanLog>();
        services.AddSingleton<BatchDesk>();
        services.AddSingleton<ScanRoom>();
        services.AddSingleton<SheetPictures>();
        services.AddSingleton<ReviewBoard>();
        services.AddSingleton<TaskViews>();
        services.AddSingleton<Corrections>();
        services.AddSingleton<CorrectionList>();
        services.AddSingleton<ManualEntry>();
        services.AddSingleton<RunSource>();
        services.AddSingleton(p => p.GetRequiredService<RunSource>().Inputs);
        services.AddSingleton<ScoringRuns>();
        services.AddSingleton<RunComparison>();
        services.AddSingleton<RunTallies>();
        services.AddSingleton<ItemAnalyses>();
        services.AddSingleton<Releases>();
        services.AddSingleton<ScoreBooks>();
        services.AddHostedService(p => p.GetRequiredService<ScoreBooks>());
    }

    public static void MapResults(this RouteGroupBuilder api)
    {
        SheetEndpoints.Map(api);
        ReviewEndpoints.Map(api);
        RunEndpoints.Map(api);
        ReleaseEndpoints.Map(api);
        ScoreEndpoints.Map(api);
    }
}
