using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Omr.Service.Access;
using Omr.Service.ItemAnalysis;
using static Microsoft.Playwright.Assertions;

namespace Omr.Pages.Tests.Results;

// The figures of single participants are those worked out by hand in fixtures/rehearsal-room-24/WORKED.md.
public sealed class ResultTests(Browser browser)
{
    [Fact]
    public async Task A_score_is_found_by_name_and_its_card_says_what_it_is_made_of()
    {
        var page = await (await browser.FilledOfficeAsync()).PersonAsync(Role.Admin);
        await page.GotoAsync("/hasil");
        await page.GetByLabel("Nomor peserta atau nama").FillAsync("bambang set");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cari" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Bambang Setiawan" })).ToContainTextAsync("74,83");
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Bambang Setiawan" })).ToContainTextAsync("belum dirilis");
        await page.GetByRole(AriaRole.Link, new() { Name = "15051218020003" }).ClickAsync();
        var card = page.Locator(".score-card");
        await Expect(card.Locator(".score")).ToContainTextAsync("74,83");
        await Expect(card).ToContainTextAsync("N = 0,30 × P + 0,70 × F = 0,30 × 82,76 + 0,70 × 71,43");
        await Expect(card.Locator(".figures").Nth(1)).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"benar\s*74\s*salah\s*20\s*kosong\s*5\s*ganda\s*0"));
        await Expect(page.Locator("img.sheet")).ToHaveJSPropertyAsync("complete", true);
    }

    [Fact]
    public async Task Whoever_has_no_score_is_told_why_and_nothing_unreleased_leaves_the_province()
    {
        var office = await browser.FilledOfficeAsync();
        var page = await office.PersonAsync(Role.Auditor);
        await page.GotoAsync("/hasil/15051218020011");
        await Expect(page.GetByText("Tidak ada nilai.")).ToBeVisibleAsync();
        await Expect(page.Locator(".score-card")).ToContainTextAsync("ditahan sampai temuannya diputus");
        await Expect(page.GetByText("2 lembar dengan nomor ini")).ToBeVisibleAsync();

        var korkab = await office.PersonAsync(Role.Korkab, "12");
        Assert.Equal(404, (await korkab.GotoAsync("/hasil/15051218020001"))!.Status);
        Assert.Equal(403, (await korkab.GotoAsync("/hasil/butir"))!.Status);
    }

    [Fact]
    public async Task Item_statistics_are_those_of_the_analysis_and_only_the_chair_sees_what_tells_the_key()
    {
        var office = await browser.FilledOfficeAsync();
        var known = (await office.Services.GetRequiredService<ItemAnalyses>().OfAsync(2, "180", "01", CancellationToken.None))!.Analysis;
        var comma = new NumberFormatInfo { NumberDecimalSeparator = "," };
        var ketua = await office.PersonAsync(Role.Ketua);
        await ketua.GotoAsync("/hasil/butir?run=2&mapel=180&paket=01");
        await Expect(ketua.Locator(".figures").First).ToContainTextAsync(known.Kr20!.Value.ToString("0.00", comma));
        await Expect(ketua.Locator(".scatter .dot title")).ToHaveCountAsync(known.Items.Count(i => i.Discrimination is not null));
        await Expect(ketua.Locator("table.items tbody tr")).ToHaveCountAsync(known.Items.Length);
        await Expect(ketua.Locator(".option-bar").First).ToBeVisibleAsync();
        await ketua.GetByRole(AriaRole.Link, new() { Name = "Butir 3", Exact = true }).ClickAsync();
        await Expect(ketua.GetByRole(AriaRole.Row, new() { Name = "C kunci" })).ToContainTextAsync(
            (100 * known.Items[2].Options[2].Share).ToString("0.0", comma) + " %");

        var auditor = await office.PersonAsync(Role.Auditor);
        await auditor.GotoAsync("/hasil/butir?run=2&mapel=180&paket=01");
        await Expect(auditor.Locator("table.items tbody tr")).ToHaveCountAsync(known.Items.Length);
        await Expect(auditor.Locator(".option-bar")).ToHaveCountAsync(0);
        await auditor.GotoAsync("/hasil/butir/3?run=2&mapel=180&paket=01");
        await Expect(auditor.GetByText("hanya untuk Ketua")).ToBeVisibleAsync();
        await Expect(auditor.Locator("table")).ToHaveCountAsync(0);
    }
}
