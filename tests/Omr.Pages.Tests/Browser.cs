using Microsoft.Playwright;
using Omr.Pages.Tests;
using Omr.Service.Access;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Omr.Pages.Tests;

/// <summary>Debian's chromium, without a screen; one for all tests, each with contexts of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    // Milliseconds; a busy machine takes its time.
    private const int Patience = 20_000;
    private IPlaywright? _driver;
    private readonly Lazy<Task<Office>> _filled;
    private readonly Dictionary<(Role Role, string Region, bool IsPhone), IBrowserContext> _onlookers = [];
    private IBrowser? _browser;

    public Browser() => _filled = new(async () =>
    {
        var office = await ScanDay.FillAsync(await Office.OpenAsync(this));
        Assert.Equal(SpoiledSheet.InFilledOffice, await ScanDay.SpoilAsync(office));
        return office;
    });

    /// <summary>Whether there is one; without it the tests are skipped and say so.</summary>
    public static bool IsThere => File.Exists(Program);

    public async ValueTask InitializeAsync()
    {
        if (!IsThere)
            return;
        Assertions.SetDefaultExpectTimeout(Patience);
        _driver = await Playwright.CreateAsync();
        _browser = await _driver.Chromium.LaunchAsync(new() { ExecutablePath = Program });
    }

    /// <summary>An office on the scan day. Tests that only look share it; nobody changes anything in it.</summary>
    internal Task<Office> FilledOfficeAsync() => _filled.Value;

    /// <summary>A new page before somebody of that role in the filled office, who only looks. One test at a time asks for it.</summary>
    internal async Task<IPage> OnlookerAsync(Role role, string region, bool isPhone)
    {
        if (!_onlookers.TryGetValue((role, region, isPhone), out var window))
            _onlookers[(role, region, isPhone)] = window = (await (await FilledOfficeAsync()).PersonAsync(role, region, $"{role}-{(isPhone ? "intan" : "kartika")}".ToLowerInvariant(), isPhone)).Context;
        return await window.NewPageAsync();
    }

    /// <summary>A window of a desk's screen, or of a phone's.</summary>
    public async Task<IBrowserContext> WindowAsync(Uri address, bool isPhone = false)
    {
        Assert.SkipUnless(IsThere, $"needs {Program}");
        var window = await _browser!.NewContextAsync(isPhone
            ? new() { BaseURL = address.ToString(), ViewportSize = new() { Width = 390, Height = 844 }, DeviceScaleFactor = 2, IsMobile = true, HasTouch = true }
            : new() { BaseURL = address.ToString(), ViewportSize = new() { Width = 1366, Height = 768 } });
        window.SetDefaultTimeout(Patience);
        return window;
    }

    public async ValueTask DisposeAsync()
    {
        if (_filled.IsValueCreated)
            await (await _filled.Value).DisposeAsync();
        if (_browser is not null)
            await _browser.DisposeAsync();
        _driver?.Dispose();
    }
}
