using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Omr.Service.Access;
using Omr.Service.Hosting;
using Omr.Service.Rehearsal;
using Omr.Service.Storage;
using Omr.Service.Tests;

namespace Omr.Pages.Tests;

/// <summary>The whole service on a loopback port, and the people who sit before it.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Browser _browser;
    private readonly List<IBrowserContext> _windows = [];
    private readonly DataFolder _data;
    private readonly WebApplication _app;

    private Office(Browser browser)
    {
        _browser = browser;
        _data = DataFolder.TryOpen(_folder.Path)!;
        _app = OmrHost.Build(_data, "http://127.0.0.1:0", builder =>
        {
            builder.Logging.ClearProviders();
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Omr:PollSeconds"] = "0.1",
                ["Omr:RestSeconds"] = "0.2",
                ["Omr:PatienceSeconds"] = "2",
                ["Omr:RequestsPerSecond"] = "100000",
                ["Omr:SignInsPerMinute"] = "100000",
            });
        });
    }

    public Uri Address => new(_app.Urls.First());

    public IServiceProvider Services => _app.Services;

    /// <summary>The drop folder.</summary>
    public string Drop => _data.Drop;

    public static async Task<Office> OpenAsync(Browser browser)
    {
        Assert.SkipUnless(Browser.IsThere, "needs a browser");
        var office = new Office(browser);
        await SchemaUpgrade.RunAsync(office.Services.GetRequiredService<Store>(), office._data, TimeProvider.System, CancellationToken.None);
        await office._app.StartAsync();
        return office;
    }

    /// <summary>Somebody at a desk, or with a phone, who isn't signed in.</summary>
    public async Task<IPage> StrangerAsync(bool isPhone = false)
    {
        var window = await _browser.WindowAsync(Address, isPhone);
        _windows.Add(window);
        return await window.NewPageAsync();
    }

    /// <summary>Somebody of that role who is signed in, one-time code included; in Indonesian unless asked otherwise.</summary>
    public async Task<IPage> PersonAsync(Role role, string region = "", string? name = null, bool isPhone = false, bool isEnglish = false)
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies };
        using var client = new HttpClient(handler) { BaseAddress = Address };
        await RehearsalPerson.SignInAsync(
            client, Services.GetRequiredService<Accounts>(), TimeProvider.System, name ?? $"{role}-{Guid.NewGuid():N}"[..20], role,
            Region.Parse(region)!, CancellationToken.None);
        var page = await StrangerAsync(isPhone);
        if (isEnglish)
            cookies.Add(Address, new System.Net.Cookie("omr-lang", "en"));
        await page.Context.AddCookiesAsync(cookies.GetCookies(Address).Select(c => new Microsoft.Playwright.Cookie { Name = c.Name, Value = c.Value, Url = Address.ToString() }));
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var window in _windows)
            await window.DisposeAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _data.Dispose();
        _folder.Dispose();
    }
}
