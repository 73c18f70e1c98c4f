using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Omr.Service.Access;
using static Microsoft.Playwright.Assertions;

namespace Omr.Pages.Tests.Counting;

public sealed class CountRoomTests(Browser browser)
{
    private const string Path = "/hitung/12/001/003";

    private static ILocator Line(IPage page) => page.Locator("#antrean");

    private static ILocator State(IPage page) => page.Locator("#keadaan");

    private static Task SaveAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();

    [Fact]
    public async Task A_room_is_counted_on_a_phone_while_the_network_is_away_and_is_sent_once()
    {
        await using var office = await ExamRoom.OpenAsync(browser);
        var page = await office.PersonAsync(Role.Pengawas, "12-001-003", isPhone: true);
        await page.GotoAsync("/hitung");
        await Expect(page).ToHaveURLAsync(new Uri(office.Address, Path).ToString());
        await Expect(page.GetByLabel("Terdaftar")).ToHaveValueAsync("2");
        await page.WaitForFunctionAsync("async () => navigator.serviceWorker.controller && (await (await caches.open('omr-hitung')).keys()).length > 6");

        await page.Context.SetOfflineAsync(true);
        Assert.True(await page.EvaluateAsync<bool>("() => fetch('/hitung?x=1').then(() => false, () => true)"));
        await ExamRoom.CountAsync(page);
        await ExamRoom.TypeAsync(page, ("ljkTerkumpul", 1));
        await Expect(State(page)).ToContainTextAsync("JANGAN DISEGEL. LJK kurang 1: cari di map, meja dan lantai sebelum peserta pulang.");
        await Expect(page.GetByLabel("Nomor segel")).ToBeDisabledAsync();
        await ExamRoom.TypeAsync(page, ("ljkTerkumpul", 2));
        await Expect(State(page)).ToContainTextAsync("BOLEH DISEGEL");
        await page.GetByLabel("Nomor segel").FillAsync("A-0017");
        await Expect(Line(page)).ToHaveTextAsync("isian belum disimpan");

        await page.ReloadAsync();
        await Expect(page.GetByLabel("Nomor segel")).ToHaveValueAsync("A-0017");
        await SaveAsync(page);
        await Expect(Line(page)).ToHaveTextAsync("tersimpan di ponsel, belum terkirim");
        await page.ReloadAsync();
        await Expect(Line(page)).ToHaveTextAsync("tersimpan di ponsel, belum terkirim");
        await Expect(page.GetByLabel("Hitungan 2")).ToHaveValueAsync("2");

        await page.Context.SetOfflineAsync(false);
        await Expect(Line(page)).ToHaveTextAsync(new Regex(@"^terkirim \d\d\.\d\d oleh "));
        var (report, tag) = (await ExamRoom.ReportAsync(page))!.Value;
        Assert.Equal(("\"1\"", "A-0017", 2), (tag, report.GetProperty("segel").GetString(), report.GetProperty("hitunganKedua").GetInt32()));

        await page.ReloadAsync();
        await Expect(Line(page)).ToHaveTextAsync(new Regex("^terkirim"));
        Assert.Equal(tag, (await ExamRoom.ReportAsync(page))!.Value.Tag);
        await ExamRoom.AccessibleAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Tanda bukti" }).ClickAsync();
        await Expect(page.GetByText("HL-000001")).ToBeVisibleAsync();
        await Expect(page.GetByText("A-0017")).ToBeVisibleAsync();
        await Expect(page.GetByText("Koordinator lokasi").Last).ToBeVisibleAsync();
        await ExamRoom.AccessibleAsync(page);
    }

    [Fact]
    public async Task A_report_whose_answer_got_lost_is_not_doubled()
    {
        await using var office = await ExamRoom.OpenAsync(browser);
        var page = await office.PersonAsync(Role.Pengawas, "12-001-003", isPhone: true);
        await page.GotoAsync(Path);
        var isLost = true;
        await page.RouteAsync("**/report", async route =>
        {
            if (route.Request.Method != "PUT" || !isLost)
            {
                await route.ContinueAsync();
                return;
            }

            isLost = false;
            await route.FetchAsync(); // it arrives, but the answer doesn't
            await route.AbortAsync();
        });
        await ExamRoom.CountAsync(page);
        await SaveAsync(page);
        await Expect(Line(page)).ToHaveTextAsync("tersimpan di ponsel, belum terkirim");
        await ScanDay.UntilAsync(async () => await ExamRoom.ReportAsync(page) is not null);
        await page.ReloadAsync();
        await Expect(Line(page)).ToHaveTextAsync(new Regex("^terkirim"));
        Assert.Equal("\"1\"", (await ExamRoom.ReportAsync(page))!.Value.Tag);
    }

    [Fact]
    public async Task Two_devices_that_count_one_room_are_asked_which_count_holds()
    {
        await using var office = await ExamRoom.OpenAsync(browser);
        var phone = await office.PersonAsync(Role.Pengawas, "12-001-003", isPhone: true);
        var desk = await office.PersonAsync(Role.Korlok, "12-001");
        await phone.GotoAsync(Path);
        await desk.GotoAsync("/hitung");
        await desk.GetByRole(AriaRole.Link, new() { Name = "Ruang 003" }).ClickAsync();
        await ExamRoom.CountAsync(desk);
        await SaveAsync(desk);
        await Expect(Line(desk)).ToHaveTextAsync(new Regex("^terkirim"));

        await ExamRoom.CountAsync(phone);
        await ExamRoom.TypeAsync(phone, ("sisa", 0), ("rusak", 1));
        await SaveAsync(phone);
        var question = phone.GetByRole(AriaRole.Region, new() { Name = "Ada dua hitungan" }).First;
        await Expect(question).ToBeVisibleAsync();
        await Expect(question.GetByRole(AriaRole.Row, new() { Name = "Rusak 1 0" })).ToBeVisibleAsync();
        await ExamRoom.AccessibleAsync(phone);
        Assert.Equal("\"1\"", (await ExamRoom.ReportAsync(phone))!.Value.Tag);

        // It asks again after a reload, and nobody is signed out over it.
        await phone.ReloadAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Keluar" }).ClickAsync();
        await Expect(phone.GetByText("Masih ada isian yang belum terkirim")).ToBeVisibleAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Kirim isian saya" }).ClickAsync();
        await Expect(Line(phone)).ToHaveTextAsync(new Regex("^terkirim"));
        var (report, tag) = (await ExamRoom.ReportAsync(phone))!.Value;
        Assert.Equal(("\"2\"", 1), (tag, report.GetProperty("rusak").GetInt32()));
    }

    [Fact]
    public async Task An_envelope_is_sealed_with_a_difference_only_when_it_is_explained()
    {
        await using var office = await ExamRoom.OpenAsync(browser);
        var page = await office.PersonAsync(Role.Pengawas, "12-001-003", isPhone: true);
        await page.GotoAsync(Path);
        await Expect(State(page)).ToContainTextAsync("Masih perlu diisi");
        await ExamRoom.CountAsync(page);
        await ExamRoom.TypeAsync(page, ("hitunganKedua", 1));
        await Expect(page.GetByLabel("Nomor segel")).ToBeDisabledAsync();
        await page.GetByLabel("Penjelasan selisih").FillAsync("LJK kursi 2 dibawa pulang, saksi Korlok");
        await Expect(State(page)).ToContainTextAsync("BOLEH DISEGEL dengan penjelasan");
        await page.GetByLabel("Nomor segel").FillAsync("B-1");
        await page.GetByLabel("Penjelasan selisih").FillAsync("");
        await SaveAsync(page);
        Assert.False(await page.Locator("[name=segel]").EvaluateAsync<bool>("e => e.validity.valid"));
        Assert.Null(await ExamRoom.ReportAsync(page));
        await page.GetByLabel("Penjelasan selisih").FillAsync("LJK kursi 2 dibawa pulang, saksi Korlok");
        await SaveAsync(page);
        await Expect(Line(page)).ToHaveTextAsync(new Regex("^terkirim"));
        var report = (await ExamRoom.ReportAsync(page))!.Value.Report;
        Assert.Equal(("B-1", "LJK kursi 2 dibawa pulang, saksi Korlok"), (report.GetProperty("segel").GetString(), report.GetProperty("penjelasan").GetString()));
    }

    [Fact]
    public async Task Pages_kept_for_one_account_are_gone_for_the_next()
    {
        await using var office = await ExamRoom.OpenAsync(browser);
        var page = await office.PersonAsync(Role.Pengawas, "12-001-003", isPhone: true);
        await page.GotoAsync(Path);
        await page.WaitForFunctionAsync("async () => navigator.serviceWorker.controller && await caches.match(location.href)");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keluar" }).ClickAsync();
        await page.WaitForURLAsync(u => !u.Contains("/hitung", StringComparison.Ordinal));
        Assert.False(await page.EvaluateAsync<bool>("async path => Boolean(await caches.match(path))", Path));
    }
}
