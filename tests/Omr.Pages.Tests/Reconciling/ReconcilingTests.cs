using Microsoft.Playwright;
using Omr.Service.Access;
using static Microsoft.Playwright.Assertions;

namespace Omr.Pages.Tests.Reconciling;

public sealed class ReconcilingTests(Browser browser)
{
    [Fact]
    public async Task One_goes_down_from_the_province_to_a_room_and_its_findings()
    {
        var office = await browser.FilledOfficeAsync();
        var page = await office.PersonAsync(Role.Ketua);
        await page.GotoAsync("/rekonsiliasi");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Yang menahan rilis" })).ToBeVisibleAsync();
        await ExamRoom.AccessibleAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Kab/kota 12" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Lokasi 001" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Ruang 003" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Rekonsiliasi: ruang 12-001-003" })).ToBeVisibleAsync();

        // Registered 24; seat 5 is absent and seat 8 noted so: WORKED.md has them all.
        await Expect(page.Locator("section[data-part=peserta] tbody tr")).ToHaveCountAsync(24);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "D03 nomor dobel" }).First).ToBeVisibleAsync();
        await Expect(page.Locator("img.crop").First).ToBeVisibleAsync();
        await page.Locator("img.crop").First.ScrollIntoViewIfNeededAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('img.crop').naturalWidth > 0");
        await ExamRoom.AccessibleAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Kab/kota 12" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "D03" }).ClickAsync();
        await Expect(page.Locator("article.finding")).ToHaveCountAsync(2);
        await ExamRoom.AccessibleAsync(page);

        var phone = await office.PersonAsync(Role.Korkab, "12", isPhone: true);
        foreach (var (path, name) in new[] { ("/rekonsiliasi", "rekonsiliasi-kab"), ("/rekonsiliasi/12/001/003", "rekonsiliasi-ruang"), ("/rekonsiliasi/temuan", "temuan") })
        {
            await phone.GotoAsync(path);
            await ExamRoom.AccessibleAsync(phone);
            Assert.False(await phone.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth"), $"{path} is wider than a phone");
        }
    }

    [Fact]
    public async Task A_finding_is_closed_by_one_person_on_anothers_proposal_and_what_they_wrote_stays_text()
    {
        await using var office = await ExamRoom.OpenAsync(browser);
        var verifier = await office.PersonAsync(Role.Verifikator, name: "vera");
        var ketua = await office.PersonAsync(Role.Ketua, name: "hasan");
        await ketua.GotoAsync("/rekonsiliasi/12/001/003");
        var finding = ketua.Locator("article.finding").Filter(new() { HasText = "D27" });
        await Expect(finding).ToContainTextAsync("Belum ada usul penutupan");
        await Expect(finding.GetByText("Tindak lanjuti")).ToHaveCountAsync(0);

        await verifier.GotoAsync("/rekonsiliasi/temuan?kab=12&kode=D27");
        var theirs = verifier.Locator("article.finding").Filter(new() { HasText = "12-001-003" });
        await theirs.GetByText("Tindak lanjuti").ClickAsync();
        await Expect(theirs.GetByRole(AriaRole.Button, new() { Name = "Tutup temuan" })).ToHaveCountAsync(0);
        await theirs.GetByLabel("Alasan dan bukti").FillAsync("Amplop <b>tertinggal</b> di lokasi, BA kehilangan nomor 7");
        await ExamRoom.AccessibleAsync(verifier);
        await theirs.GetByRole(AriaRole.Button, new() { Name = "Usulkan penutupan" }).ClickAsync();
        await Expect(verifier.Locator("article.finding").Filter(new() { HasText = "12-001-003" })).ToContainTextAsync("vera mengusulkan penutupan");

        await ketua.ReloadAsync();
        await finding.GetByText("Tindak lanjuti").ClickAsync();
        await finding.GetByLabel("Alasan dan bukti").FillAsync("Disetujui");
        await finding.GetByRole(AriaRole.Button, new() { Name = "Tutup temuan" }).ClickAsync();
        await Expect(finding).ToContainTextAsync("ditutup");
        await Expect(finding).ToContainTextAsync("hasan menutup");
        // What somebody wrote, or a list said, is text whatever it looks like.
        await Expect(finding).ToContainTextAsync("Amplop <b>tertinggal</b> di lokasi");
        await Expect(ketua.GetByRole(AriaRole.Row, new() { Name = "Peserta <i>1</i>" })).ToHaveCountAsync(1);
    }
}
