using Microsoft.Playwright;
using Omr.Service.Access;
using static Microsoft.Playwright.Assertions;

namespace Omr.Pages.Tests.Counting;

public sealed class CountListTests(Browser browser)
{
    [Fact]
    public async Task One_goes_down_from_kab_to_lokasi_to_room_or_types_its_code()
    {
        await using var office = await ExamRoom.OpenAsync(browser);
        var page = await office.PersonAsync(Role.Pemberkasan);
        await page.GotoAsync("/hitung");
        await ExamRoom.AccessibleAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Kab/kota 12" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Lokasi 12-001" }).ClickAsync();
        await Expect(page.Locator("[data-room]")).ToHaveCountAsync(2);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Ruang 003" })).ToContainTextAsync("belum dihitung");
        await page.GetByRole(AriaRole.Link, new() { Name = "Provinsi" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Kab/kota 12" })).ToBeVisibleAsync();
        await ExamRoom.ListeningAsync(page);
        await page.GetByLabel("Cari ruang").PressSequentiallyAsync("13-0");
        await Expect(page.Locator("[data-room]")).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Ruang 001" })).ToContainTextAsync("13-001-001");
    }

    [Fact]
    public async Task Whoever_has_a_lokasi_sees_its_rooms_and_no_other()
    {
        await using var office = await ExamRoom.OpenAsync(browser);
        var page = await office.PersonAsync(Role.Korlok, "12-001", isPhone: true);
        await page.GotoAsync("/hitung");
        await Expect(page.Locator("[data-room]")).ToHaveCountAsync(2);
        await ExamRoom.AccessibleAsync(page);
        foreach (var outside in new[] { "/hitung?kab=13", "/hitung?kab=12&lokasi=002", "/hitung/12/002/001", "/hitung/12/001/003/bukti", "/rekonsiliasi?kab=13", "/rekonsiliasi/12/002/001", "/rekonsiliasi/temuan?kab=13" })
            Assert.Equal(404, (await page.GotoAsync(outside))!.Status);
    }
}
