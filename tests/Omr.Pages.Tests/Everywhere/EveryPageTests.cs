using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Omr.Pages.Tests.Pictures;
using static Microsoft.Playwright.Assertions;

namespace Omr.Pages.Tests.Everywhere;

/// <summary>What holds of every page, at a desk and on a phone.</summary>
public sealed class EveryPageTests(Browser browser)
{
    private const int MostScriptBytes = 60 * 1024;

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    public static TheoryData<ShownPage> Pages => [.. ShownPage.All];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Everybody_can_use_it_and_nothing_comes_from_elsewhere(ShownPage shown)
    {
        var office = await browser.FilledOfficeAsync();
        foreach (var isPhone in new[] { false, true })
        {
            var page = await browser.OnlookerAsync(shown.Role, shown.Region, isPhone);
            var complaints = new List<string>();
            var scripts = 0L;
            var foreign = new List<string>();
            page.Console += (_, m) => { if (m.Type is "error" or "warning") complaints.Add(m.Text); };
            page.PageError += (_, e) => complaints.Add(e);
            page.Request += (_, r) => { if (!r.Url.StartsWith(office.Address.ToString(), StringComparison.Ordinal) && !r.Url.StartsWith("data:", StringComparison.Ordinal)) foreign.Add(r.Url); };
            page.Response += async (_, r) => { if (r.Request.ResourceType == "script" && !r.Url.EndsWith("/sw.js", StringComparison.Ordinal)) Interlocked.Add(ref scripts, (await r.BodyAsync()).Length); };
            var answer = (await page.GotoAsync(shown.Path))!;
            Assert.Equal(200, answer.Status);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();

            var found = await page.RunAxe(Rules);
            Assert.True(found.Violations.Length == 0, Told(shown, isPhone, found));
            await Expect(page.Locator(".help")).Not.ToBeEmptyAsync();
            Assert.Empty(foreign);
            Assert.Empty(complaints);
            Assert.InRange(scripts, 1, MostScriptBytes);
            Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > Math.min(innerWidth, screen.width) + 1"), $"{shown} is wider than the screen");
            // The first stop of the keyboard leads past the frame.
            await page.Keyboard.PressAsync("Tab");
            await Expect(page.Locator(".skip")).ToBeFocusedAsync();
            await page.CloseAsync();
        }
    }

    [Fact]
    public async Task Every_page_is_among_the_pictures()
    {
        var office = await browser.FilledOfficeAsync();
        var routes = office.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(r => !r.StartsWith("/api", StringComparison.Ordinal) && !r.StartsWith("/openapi", StringComparison.Ordinal) && !r.StartsWith("/aset", StringComparison.Ordinal))
            .Except(["/", "/sw.js", "/masuk", "/mulai"]);
        Assert.All(routes, route => Assert.Contains(ShownPage.All, p => IsAt(route, p.Path)));
    }

    [Fact]
    public async Task What_is_not_there_or_not_theirs_is_told_on_a_page_in_both_languages()
    {
        var office = await browser.FilledOfficeAsync();
        var page = await office.PersonAsync(Service.Access.Role.Pengawas, "12-001-003");
        Assert.Equal(404, (await page.GotoAsync("/tidak-ada"))!.Status);
        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Tidak ada");
        Assert.Equal(403, (await page.GotoAsync("/jejak"))!.Status);
        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Bukan untuk akun ini");
        Assert.Empty((await page.RunAxe(Rules)).Violations);
        var english = await office.PersonAsync(Service.Access.Role.Pengawas, "12-001-003", isEnglish: true);
        Assert.Equal(403, (await english.GotoAsync("/jejak"))!.Status);
        await Expect(english.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Not for this account");
    }

    private static bool IsAt(string route, string path)
    {
        var (of, at) = (route.Split('/'), path.Split('?')[0].Split('/'));
        return of.Length == at.Length && of.Zip(at).All(p => p.First.StartsWith('{') || p.First == p.Second);
    }

    private static string Told(ShownPage shown, bool isPhone, AxeResult found) => string.Join('\n', found.Violations.Select(v =>
        $"{shown}{(isPhone ? " (phone)" : "")}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
}
