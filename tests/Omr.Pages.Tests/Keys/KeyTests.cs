using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Omr.Service.Access;
using Omr.Service.Rehearsal;
using static Microsoft.Playwright.Assertions;

namespace Omr.Pages.Tests.Keys;

public sealed class KeyTests(Browser browser)
{
    [Fact]
    public async Task Two_enter_a_key_blind_see_where_they_differ_and_a_third_seals_it()
    {
        await using var office = await Office.OpenAsync(browser);
        using var callers = new ServiceRehearsal(office.Address.ToString(), office.Services.GetRequiredService<Accounts>());
        Assert.Null(await callers.SendAsync("api-admin", Role.Admin, "/api/v1/roster", RehearsalHall.Roster(), CancellationToken.None));

        var ani = await office.PersonAsync(Role.PemegangKunci, name: "ani");
        await ani.GotoAsync("/kunci");
        await Expect(ani.GetByRole(AriaRole.Row, new() { Name = "Mapel 180" })).ToContainTextAsync("belum dimasukkan");
        await ani.GetByRole(AriaRole.Link, new() { Name = "Mapel 180" }).ClickAsync();
        await EnterAsync(ani, "ABCXE");
        await Expect(ani.GetByRole(AriaRole.Alert)).ToContainTextAsync("paket 01 butir 4: kunci bukan pilihan di formulir");
        await EnterAsync(ani, "abcde");
        await Expect(ani.Locator(".tag").First).ToHaveTextAsync("menunggu orang kedua");
        await Expect(ani.GetByLabel("Kunci, satu huruf tiap butir")).ToHaveValueAsync("");

        var budi = await office.PersonAsync(Role.PemegangKunci, name: "budi");
        await budi.GotoAsync("/kunci/180");
        await Expect(budi.Locator("main")).Not.ToContainTextAsync("ABCDE");
        await EnterAsync(budi, "ABCDA");
        await Expect(budi.GetByRole(AriaRole.Status).First).ToContainTextAsync("berbeda pada 1 butir");
        await Expect(budi.GetByRole(AriaRole.Status).First).ToContainTextAsync("Paket 01: butir 5");
        var ketua = await office.PersonAsync(Role.Ketua, name: "ketua");
        await ketua.GotoAsync("/kunci/180");
        await Expect(ketua.Locator(".tag").First).ToHaveTextAsync("kedua entri berbeda");
        await Expect(ketua.Locator("main")).Not.ToContainTextAsync("butir 5");
        await Expect(ketua.GetByRole(AriaRole.Button, new() { Name = "Segel" })).ToHaveCountAsync(0);

        await EnterAsync(budi, "ABCDE");
        await Expect(budi.Locator(".tag").First).ToHaveTextAsync("kedua entri sama, siap disegel");
        await ketua.ReloadAsync();
        await ketua.Keyboard.PressAsync("s");
        await ketua.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Ya" }).ClickAsync();
        await Expect(ketua.Locator(".tag").First).ToHaveTextAsync("disegel, versi 1 berlaku");

        // From now on an entry is a revision, which has a reason.
        await budi.ReloadAsync();
        await Expect(budi.GetByRole(AriaRole.Heading, new() { Name = "Masukkan perubahan kunci" })).ToBeVisibleAsync();
        await budi.Locator("#ketik").GetByLabel("Alasan perubahan").FillAsync("butir 3 salah cetak");
        await EnterAsync(budi, "ABADE");
        await Expect(budi.Locator(".tag").First).ToHaveTextAsync("menunggu orang kedua");
    }

    private static async Task EnterAsync(IPage page, string letters)
    {
        await ExamRoom.ListeningAsync(page);
        await page.GetByLabel("Butir pedagogik").FillAsync("1-2");
        await page.GetByLabel("Kunci, satu huruf tiap butir").FillAsync(letters);
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan entri saya" }).ClickAsync();
    }
}
