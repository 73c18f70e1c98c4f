using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Omr.Pages.Tests.Pictures;

/// <summary>
/// Makes the pictures of docs/pages: <c>OMR_WRITE_PAGES=1</c>, which <c>./omr pages</c> sets. <c>OMR_PAGE</c> names one page,
/// <c>OMR_PAGES_DIR</c> another folder, <c>OMR_LANG=en</c> makes them in English.
/// </summary>
public sealed class PagePictures(Browser browser)
{
    private static bool IsWanted => Environment.GetEnvironmentVariable("OMR_WRITE_PAGES") == "1";

    [Fact]
    public async Task Every_page_is_drawn_at_desk_and_phone_size()
    {
        Assert.SkipUnless(IsWanted, "only for OMR_WRITE_PAGES=1");
        var isEnglish = Environment.GetEnvironmentVariable("OMR_LANG") == "en";
        var only = Environment.GetEnvironmentVariable("OMR_PAGE");
        foreach (var shown in ShownPage.All.Where(p => only is null || p.Name == only))
        {
            foreach (var isPhone in new[] { false, true })
            {
                var page = await browser.OnlookerAsync(shown.Role, shown.Region, isPhone);
                if (isEnglish)
                    await page.Context.AddCookiesAsync([new() { Name = "omr-lang", Value = "en", Url = (await browser.FilledOfficeAsync()).Address.ToString() }]);
                await page.GotoAsync(shown.Path);
                await page.WaitForLoadStateAsync(LoadState.NetworkIdle, new() { Timeout = 3000 }).ContinueWith(_ => { }, TaskScheduler.Default);
                await page.WaitForFunctionAsync("() => !document.querySelector('[data-soon]')");
                await page.ScreenshotAsync(new() { Path = Path.Combine(Folder(), $"{shown.Name}{(isPhone ? "-ponsel" : "")}.png"), Scale = ScreenshotScale.Css });
                await page.CloseAsync();
            }
        }
    }

    private static string Folder([CallerFilePath] string file = "")
    {
        var folder = Environment.GetEnvironmentVariable("OMR_PAGES_DIR") ?? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../docs/pages"));
        Directory.CreateDirectory(folder);
        return folder;
    }
}
