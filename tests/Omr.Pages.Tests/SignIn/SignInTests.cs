using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Omr.Service.Access;
using static Microsoft.Playwright.Assertions;

namespace Omr.Pages.Tests.SignIn;

public sealed class SignInTests(Browser browser)
{
    private const string Password = "kuda biru melompati pagar tinggi";

    [Fact]
    public async Task The_first_administrator_is_made_in_the_browser_by_the_terminals_code()
    {
        await using var office = await Office.OpenAsync(browser);
        var page = await office.StrangerAsync();
        await page.GotoAsync("/");
        await Expect(page).ToHaveURLAsync(new Uri(office.Address, "/mulai").ToString());

        await page.GetByLabel("Kode dari terminal").FillAsync("AAAA-AAAA");
        await page.GetByLabel("Nama akun", new() { Exact = true }).FillAsync("siti");
        await page.GetByLabel("Nomor atau nama Anda").FillAsync("198501012010122001");
        await page.GetByLabel("Kata sandi").FillAsync(Password);
        await page.GetByLabel("Nama akun Ketua").FillAsync("hasan");
        await page.GetByLabel("Nomor atau nama Ketua").FillAsync("197001011995031001");
        await page.GetByRole(AriaRole.Button, new() { Name = "Buat akun" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Kode salah");

        await page.GetByLabel("Kode dari terminal").FillAsync(office.Services.GetRequiredService<FirstStart>().Code.ToLowerInvariant());
        await page.GetByRole(AriaRole.Button, new() { Name = "Buat akun" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("sudah masuk");
        var ketuas = (await page.Locator(".secret").TextContentAsync())!;
        await page.GetByRole(AriaRole.Link, new() { Name = "Lanjut" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "siti" })).ToBeVisibleAsync();

        // The door is shut behind them, and the Ketua's slip works.
        var ketua = await office.StrangerAsync();
        await ketua.GotoAsync("/mulai");
        await Expect(ketua).ToHaveURLAsync(new Uri(office.Address, "/masuk").ToString());
        await SignInAsync(ketua, "hasan", ketuas);
        await Expect(ketua).ToHaveURLAsync(new Uri(office.Address, "/saya").ToString());
        await Expect(ketua.GetByRole(AriaRole.Status).First).ToContainTextAsync("Ganti dulu");
    }

    [Fact]
    public async Task Whoever_comes_to_a_page_signs_in_and_is_led_there()
    {
        await using var office = await Office.OpenAsync(browser);
        await office.PersonAsync(Role.Admin, name: "ada-admin");
        var accounts = office.Services.GetRequiredService<Accounts>();
        var issued = (await accounts.CreateUserAsync("budi", "budi", Role.Auditor, Region.Province, CancellationToken.None))!;
        var page = await office.StrangerAsync();
        await page.GotoAsync("/saya?x=1");
        await SignInAsync(page, "budi", "salah sekali kata sandinya");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nama, kata sandi atau kode salah");
        await page.GetByLabel("Kata sandi").FillAsync(issued);
        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Uri(office.Address, "/saya?x=1").ToString());
        await ExamRoom.ListeningAsync(page);
        await page.GetByLabel("Kata sandi sekarang").FillAsync(issued);
        await page.GetByLabel("Kata sandi baru").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ganti" }).ClickAsync();
        await page.WaitForURLAsync(u => !u.Contains("/saya", StringComparison.Ordinal));

        await page.GotoAsync("/saya");
        await page.GetByRole(AriaRole.Button, new() { Name = "Kunci layar" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Layar terkunci");
        await SignInAsync(page, "budi", Password);
        await Expect(page).ToHaveURLAsync(new Uri(office.Address, "/saya").ToString());
    }

    [Fact]
    public async Task A_password_sent_before_the_scripts_came_stands_in_no_address_and_is_still_there()
    {
        await using var office = await Office.OpenAsync(browser);
        await office.PersonAsync(Role.Admin);
        var page = await office.StrangerAsync();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.RouteAsync("**/*.js", route => route.AbortAsync());
        await page.GotoAsync("/masuk");
        await SignInAsync(page, "budi", Password);
        await page.GetByLabel("Kata sandi").PressAsync("Enter");
        await Expect(page.GetByLabel("Kata sandi")).ToHaveValueAsync(Password);
        await Expect(page).ToHaveURLAsync(new Uri(office.Address, "/masuk").ToString());
        Assert.Contains(asked, a => a.Contains(".js", StringComparison.Ordinal));
        Assert.DoesNotContain(asked, a => a.Contains("sandi", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_place_left_alone_locks_itself()
    {
        await using var office = await Office.OpenAsync(browser);
        await office.PersonAsync(Role.Admin);
        var page = await office.PersonAsync(Role.Auditor);
        await page.Clock.InstallAsync();
        await page.GotoAsync("/saya");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.Clock.FastForwardAsync("31:00");
        await page.WaitForURLAsync(u => u.Contains("terkunci=1", StringComparison.Ordinal));
        await page.GotoAsync("/saya");
        await Expect(page).ToHaveURLAsync(new Uri(office.Address, "/masuk?lanjut=%2Fsaya").ToString());
    }

    [Fact]
    public async Task No_link_leads_from_the_sign_in_to_another_site()
    {
        await using var office = await Office.OpenAsync(browser);
        await office.PersonAsync(Role.Admin);
        var page = await office.StrangerAsync();
        foreach (var (wanted, led) in new[] { ("//evil.example/", "/"), ("https://evil.example/", "/"), ("/\\evil.example", "/"), ("/saya", "/saya") })
        {
            await page.GotoAsync("/masuk?lanjut=" + Uri.EscapeDataString(wanted));
            await Expect(page.Locator("form[data-then]")).ToHaveAttributeAsync("data-then", led);
        }
    }

    [Fact]
    public async Task The_language_is_switched_and_stays()
    {
        await using var office = await Office.OpenAsync(browser);
        await office.PersonAsync(Role.Admin);
        var page = await office.StrangerAsync();
        await page.GotoAsync("/masuk");
        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Masuk");
        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Sign in");
        await SignInAsync(page, "nobody", "nothing at all", isEnglish: true);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Wrong name, password or code");
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Sign in");
    }

    internal static async Task SignInAsync(IPage page, string name, string password, bool isEnglish = false)
    {
        await ExamRoom.ListeningAsync(page);
        await page.GetByLabel(isEnglish ? "Account name" : "Nama akun").FillAsync(name);
        await page.GetByLabel(isEnglish ? "Password" : "Kata sandi").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = isEnglish ? "Sign in" : "Masuk" }).ClickAsync();
    }
}
