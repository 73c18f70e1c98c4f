using Microsoft.Playwright;
using Omr.Service.Access;
using Omr.Service.Rehearsal;
using Omr.Service.Tests;
using static Microsoft.Playwright.Assertions;

namespace Omr.Pages.Tests.Scanning;

public sealed class ScanRoomTests(Browser browser)
{
    [Fact]
    public async Task Sheets_show_up_by_themselves_and_the_batch_is_accepted_by_one_key()
    {
        await using var office = await Office.OpenAsync(browser);
        var page = await office.PersonAsync(Role.Operator, name: "operator-siti");
        await page.GotoAsync("/pindai");
        await Expect(page.GetByText("Belum ada lembar.")).ToBeVisibleAsync();
        await ScanDay.FillAsync(office);

        var batch = page.Locator($"[data-batch='{RehearsalRoom.Room}']");
        await Expect(batch).ToContainTextAsync("23 halaman");
        await Expect(batch).ToContainTextAsync("dihitung pengawas 22");
        await Expect(batch).ToContainTextAsync("lebih 1");
        await Expect(page.Locator(".last-sheet img")).ToHaveJSPropertyAsync("complete", true);
        await Expect(page.Locator("[data-batch]").First).Not.ToHaveAttributeAsync("data-batch", RehearsalRoom.Room.ToString());

        // The batch on top agrees with its list: one key. The other one is off, so that is asked first.
        await Expect(page.Locator("[data-batch]").First).ToContainTextAsync("15 halaman");
        await Expect(page.Locator("[data-batch]").First.GetByRole(AriaRole.Button, new() { Name = "Terima 15 halaman" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("1");
        await Expect(page.Locator("[data-batch]").First).ToContainTextAsync("diterima · operator-siti");
        await batch.GetByRole(AriaRole.Button, new() { Name = "Terima 23 halaman" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Batal" }).ClickAsync();
        await Expect(batch).Not.ToContainTextAsync("diterima");
        await batch.GetByRole(AriaRole.Button, new() { Name = "Terima 23 halaman" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Ya" }).ClickAsync();
        await Expect(batch).ToContainTextAsync("diterima · operator-siti");

        // Another sheet comes in after all: the batch says so by itself.
        await File.WriteAllTextAsync(Path.Combine(office.Drop, RehearsalRoom.Room.ToString(), "9999.jpg"), "no picture at all", TestContext.Current.CancellationToken);
        await Expect(batch).ToContainTextAsync("bertambah sesudah diterima (23)");
        await Expect(batch).ToContainTextAsync("1 ditolak");
        await batch.GetByRole(AriaRole.Link, new() { Name = RehearsalRoom.Room.ToString() }).ClickAsync();
        await Expect(page.Locator("article.refused")).ToContainTextAsync("bukan gambar yang dikenal");
        await Expect(page.Locator("article.refused")).ToContainTextAsync("pindai ulang");
    }

    [Fact]
    public async Task A_scanner_set_to_black_and_white_is_pointed_out_on_its_batch()
    {
        await using var office = await Office.OpenAsync(browser);
        var page = await office.PersonAsync(Role.Operator);
        await page.GotoAsync("/pindai");
        var folder = Directory.CreateDirectory(Path.Combine(office.Drop, RehearsalRoom.Room.ToString()));
        File.Copy(Misreads.Path("bold-letter.tif"), Path.Combine(folder.FullName, "0001.tif"));
        await Expect(page.Locator(".warn")).ToContainTextAsync("1 halaman dipindai hitam-putih");
        await Expect(page.Locator(".warn")).ToContainTextAsync("Setel pemindai ke abu-abu");
    }

    [Fact]
    public async Task A_sheet_is_shown_with_all_that_was_read()
    {
        var office = await browser.FilledOfficeAsync();
        var page = await office.PersonAsync(Role.Verifikator);
        await page.GotoAsync($"/pindai/{RehearsalRoom.Room}");
        await page.GetByRole(AriaRole.Link, new() { Name = "15051218020003" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Lembar");
        await Expect(page.Locator("img.sheet")).ToHaveJSPropertyAsync("complete", true);
        Assert.True(await page.Locator("img.sheet").EvaluateAsync<int>("i => i.naturalWidth") > 500);
        await Expect(page.Locator(".pairs").First).ToContainTextAsync("BAMBANG SETIAWAN");
    }
}
