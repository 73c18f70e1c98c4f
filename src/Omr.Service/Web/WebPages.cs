using Omr.Service.Web.Administering;
using Omr.Service.Web.Assets;
using Omr.Service.Web.Counting;
using Omr.Service.Web.Entering;
using Omr.Service.Web.Faults;
using Omr.Service.Web.ItemStatistics;
using Omr.Service.Web.Keys;
using Omr.Service.Web.Lists;
using Omr.Service.Web.Reconciling;
using Omr.Service.Web.Releasing;
using Omr.Service.Web.Results;
using Omr.Service.Web.Scanning;
using Omr.Service.Web.Sheets;
using Omr.Service.Web.SignIn;
using Omr.Service.Web.Verifying;

namespace Omr.Service.Web;

/// <summary>
/// The people's pages. A page gathers what it shows from the same places as the API and is plain HTML when it arrives; what
/// people do on it goes through the public API, so that every act has one door. docs/decisions/0018 says why.
/// </summary>
internal static class WebPages
{
    public static void AddWebPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton<FindingViews>();
        services.AddExceptionHandler<PageFaults>();
    }

    public static void MapWebPages(this WebApplication app)
    {
        AssetFiles.Map(app);
        var pages = app.MapGroup("").ExcludeFromDescription();
        SignInPages.Map(pages);
        ScanningPages.Map(pages);
        SheetPages.Map(pages);
        VerifyingPages.Map(pages);
        EnteringPages.Map(pages);
        AdministeringPages.Map(pages);
        CountingPages.Map(pages);
        ListPages.Map(pages);
        ReconcilingPages.Map(pages);
        KeyPages.Map(pages);
        ReleasingPages.Map(pages);
        ResultPages.Map(pages);
        ItemPages.Map(pages);
    }
}
