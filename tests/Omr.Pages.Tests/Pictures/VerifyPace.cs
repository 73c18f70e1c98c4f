using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using Omr.Service.Access;
using static Microsoft.Playwright.Assertions;

namespace Omr.Pages.Tests.Pictures;

/// <summary>
/// How long a verifier waits from a key until the next paper is there to be read: <c>OMR_PAINT=1</c>. What is left of the three seconds that
/// 20 things a minute allow is the person's. A measurement, not a test: its figures are printed and stand in docs/measurements.md.
/// </summary>
public sealed class VerifyPace(Browser browser)
{
    [Fact]
    public async Task Figures_of_the_wait_between_two_papers()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("OMR_PAINT") == "1", "only for OMR_PAINT=1");
        await using var office = await Office.OpenAsync(browser);
        await ScanDay.FillAsync(office);
        var page = await office.PersonAsync(Role.Verifikator);
        await page.GotoAsync("/verifikasi");
        var (waits, all) = (new List<double>(), Stopwatch.StartNew());
        while (await page.Locator(".task:visible[data-field=jawaban]").CountAsync() > 0)
        {
            var card = await page.Locator(".task:visible").GetAttributeAsync("data-card");
            var watch = Stopwatch.StartNew();
            var reason = page.Locator(".task:visible select[name=alasan]");
            if (await reason.CountAsync() > 0)
                await reason.SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await page.Keyboard.PressAsync("0");
            await Expect(page.Locator($".task:visible:not([data-card='{card}']), #habis:visible")).ToBeVisibleAsync();
            if (await page.Locator(".task:visible[data-field=jawaban]").CountAsync() == 0)
                break;
            await ScanDay.UntilAsync(() => page.EvaluateAsync<bool>("(document.querySelector('.task:not([hidden]) img.crop') ?? { complete: true, naturalWidth: 1 }).naturalWidth > 0"));
            waits.Add(watch.Elapsed.TotalMilliseconds);
        }

        var sorted = waits.Order().ToList();
        Assert.NotEmpty(sorted);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{sorted.Count} answers in {all.Elapsed.TotalSeconds:0.0} s by a machine; from the key to the next paper: median {sorted[sorted.Count / 2]:0} ms, most {sorted[^1]:0} ms"));
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "pace.md"), string.Join('\n', waits), TestContext.Current.CancellationToken);
    }
}
