using System.Text.Json;
using Microsoft.Playwright;
using Omr.Service.Access;
using static Microsoft.Playwright.Assertions;

namespace Omr.Pages.Tests.Verifying;

public sealed class VerifyingTests(Browser browser)
{
    private const string Review = "/api/v1/review/proposals?limit=500";

    [Fact]
    public async Task Two_people_settle_doubtful_answers_by_the_keyboard_alone_lose_none_and_the_second_reads_blindly()
    {
        await using var office = await Office.OpenAsync(browser);
        await ScanDay.FillAsync(office);
        var first = await office.PersonAsync(Role.Operator, name: "operator-siti");
        await first.GotoAsync("/verifikasi");
        var card = first.Locator(".task:visible");
        await Expect(card.GetByRole(AriaRole.Heading)).ToContainTextAsync("Butir");
        await Expect(card.Locator("img.crop")).ToHaveJSPropertyAsync("complete", true);
        var one = await card.GetAttributeAsync("data-card");

        // The first thing is answered, undone, answered again; the second is skipped; the next are answered.
        await first.Keyboard.PressAsync("0");
        await Expect(card).Not.ToHaveAttributeAsync("data-card", one!);
        await first.Keyboard.PressAsync("u");
        await Expect(card).ToHaveAttributeAsync("data-card", one!);
        Assert.Empty(await ProposalsAsync(first));
        await first.Keyboard.PressAsync("0");
        await first.Keyboard.PressAsync("n");
        for (var i = 0; i < 3; i++)
            await first.Keyboard.PressAsync("0");
        await Expect(first.Locator("#selesai")).ToHaveTextAsync("4");
        var proposed = await ProposalsAsync(first);
        Assert.Equal(4, proposed.Count);
        Assert.All(proposed, p => Assert.Equal(("Menunggu", ""), (p.GetProperty("status").GetString(), p.GetProperty("baru").GetString())));

        // Whoever leaves with an answer that could still be undone has given it.
        await first.Keyboard.PressAsync("0");
        await first.GetByRole(AriaRole.Link, new() { Name = "Ruang pindai" }).ClickAsync();
        await Expect(first).ToHaveURLAsync(new Uri(office.Address, "/pindai").ToString());
        Assert.Equal(5, (await ProposalsAsync(first)).Count);

        // The second one is not told what the first one read, agrees on one and reads another differently.
        var second = await office.PersonAsync(Role.Verifikator, name: "verif-budi");
        await second.GotoAsync("/verifikasi");
        var blind = second.Locator(".task:visible");
        await Expect(blind).ToContainTextAsync("pembacaan kedua");
        await Expect(blind).Not.ToContainTextAsync("operator-siti");
        await second.Keyboard.PressAsync("0");
        await Expect(blind.GetByRole(AriaRole.Button, new() { Name = "Ganda" })).ToBeVisibleAsync();
        await blind.Locator("[data-say]:enabled:not([data-say=''])").First.ClickAsync();
        await second.Keyboard.PressAsync("n");
        await Expect(second.Locator("#selesai")).ToHaveTextAsync("2");
        var decided = (await ProposalsAsync(second)).Select(p => p.GetProperty("status").GetString()).ToList();
        Assert.Equal((1, 1, 3), (decided.Count(s => s == "Diterima"), decided.Count(s => s == "Ditolak"), decided.Count(s => s == "Menunggu")));
    }

    private static async Task<List<JsonElement>> ProposalsAsync(IPage page)
    {
        var answer = await page.Context.APIRequest.GetAsync(Review);
        return [.. (await answer.JsonAsync())!.Value.GetProperty("isi").EnumerateArray()];
    }
}
