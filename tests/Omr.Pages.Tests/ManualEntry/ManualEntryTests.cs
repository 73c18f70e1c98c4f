using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Omr.Service.Access;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Rehearsal;
using Omr.Service.Rosters;
using static Microsoft.Playwright.Assertions;

namespace Omr.Pages.Tests.ManualEntry;

public sealed class ManualEntryTests(Browser browser)
{
    private const int Items = 20;
    private static readonly Participant Budi = new("15051218020010", "Peserta 1", new(1975, 7, 5), new("12", "001", "003"), "01", "180", "01", 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_people_key_in_a_spoiled_sheet_by_the_keyboard_alone_until_they_agree()
    {
        await using var office = await ExamRoom.OpenAsync(browser);
        await PrepareAsync(office);
        // What they key in is A but for the last two: one blank, one double.
        var id = await SpoiledSheet.ScanAsync(office, Budi, [.. Enumerable.Repeat("A", 100)]);
        var first = await office.PersonAsync(Role.Verifikator, name: "verif-budi");
        await first.GotoAsync("/verifikasi");
        await Expect(first.Locator(".task:visible")).ToContainTextAsync("Halaman ditolak");
        await ExamRoom.KeyAsync(first, "m");
        await Expect(first.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"Entri manual lembar {id}");
        await Expect(first.GetByRole(AriaRole.Img, new() { Name = "Kertas yang dientri" })).ToHaveJSPropertyAsync("complete", true);
        await ExamRoom.AccessibleAsync(first);

        // A candidate by a key; then codes and answers, one of them typed wrongly and taken back, item 5 not as it is.
        await ExamRoom.KeyAsync(first, "1");
        await Expect(first.GetByLabel("Nomor peserta")).ToHaveValueAsync(Budi.Number);
        await CodesAsync(first);
        await first.Keyboard.TypeAsync("bx");
        await first.Keyboard.PressAsync("Backspace");
        await TypeAsync(first, "aaaac" + "aaaaaaaaaaaaa" + "0" + "a+c");
        await Expect(first.Locator("#hitung")).ToHaveTextAsync("20 dari 20 terisi · 1 kosong · 1 ganda");
        await ReasonAsync(first);
        await first.Keyboard.PressAsync("Enter");
        await Expect(first.Locator("[data-part=giliran]")).ToContainTextAsync("menunggu orang kedua");

        var second = await office.PersonAsync(Role.Verifikator, name: "verif-vera");
        await second.GotoAsync("/verifikasi");
        await Expect(second.Locator(".task")).ToHaveCountAsync(1);
        await Expect(second.Locator(".task:visible")).ToContainTextAsync("entri kedua");
        await ExamRoom.KeyAsync(second, "m");
        await Expect(second.Locator("[data-part=giliran]")).ToContainTextAsync("baca sendiri");
        Assert.DoesNotContain("verif-budi", await second.ContentAsync(), StringComparison.Ordinal);
        await ExamRoom.KeyAsync(second, "1");
        await Expect(second.GetByLabel("Nomor peserta")).ToHaveValueAsync(Budi.Number);
        await CodesAsync(second);
        // Sent too early it says where it isn't filled; without a network nothing is lost.
        await TypeAsync(second, "aaaaa");
        await second.Keyboard.PressAsync("Enter");
        await Expect(second.Locator("#said")).ToContainTextAsync("15 butir belum diisi, mulai butir 6");
        await TypeAsync(second, "aaaaaaaaaaaaa" + "-" + "c+a");
        await second.Context.SetOfflineAsync(true);
        await second.Keyboard.PressAsync("Enter");
        await Expect(second.Locator("#salah")).ToContainTextAsync("Yang sudah diketik tetap ada");
        await second.Context.SetOfflineAsync(false);
        await second.GetByRole(AriaRole.Button, new() { Name = "Kirim entri kedua" }).PressAsync("Enter");
        await Expect(second.Locator("[data-part=giliran]")).ToContainTextAsync("Dua pembaca berbeda: butir 5.");

        // The first one's page has changed by itself; only item 5 is asked, and what the other keyed in isn't told.
        await Expect(first.Locator("[data-part=giliran]")).ToContainTextAsync("Dua pembaca berbeda: butir 5.");
        await Expect(first.Locator("[data-item]")).ToHaveCountAsync(1);
        await ExamRoom.ListeningAsync(first);
        await first.GetByLabel("Butir 5").PressAsync("a");
        await ReasonAsync(first);
        await first.Keyboard.PressAsync("Enter");
        await Expect(first.Locator("[data-part=giliran]")).ToContainTextAsync("Sudah sama: 22 dari 23");
        await Expect(second.Locator("[data-part=giliran]")).ToContainTextAsync("Entri kedua");
        await ExamRoom.ListeningAsync(second);
        await second.GetByLabel("Butir 5").PressAsync("a");
        await second.Keyboard.PressAsync("Enter");
        await Expect(second.Locator("[data-part=giliran]")).ToContainTextAsync("Selesai");
        await Expect(first.Locator("[data-part=giliran]")).ToContainTextAsync("Selesai");

        // 10 pedagogical items right, 8 of the 10 others: 30 + 0.7 * 80.
        var result = office.Services.GetRequiredService<LiveProvince>().Current.Results.Single(r => r.Participant.Number == Budi.Number);
        Assert.Equal((Service.Scoring.ScoreStatus.DN, 86.00m), (result.Status, result.Score?.Value));
        await second.GotoAsync("/verifikasi");
        await Expect(second.Locator(".task")).ToHaveCountAsync(0);
    }

    private static async Task CodesAsync(IPage page)
    {
        await page.GetByLabel("Kode mapel").FocusAsync();
        await page.Keyboard.TypeAsync("180");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("01");
        await page.Keyboard.PressAsync("Tab");
    }

    private static Task TypeAsync(IPage page, string keys) => page.Keyboard.TypeAsync(keys);

    private static async Task ReasonAsync(IPage page)
    {
        await page.GetByLabel("Alasan").SelectOptionAsync("kertas rusak atau terlipat");
        await page.GetByRole(AriaRole.Button, new() { Name = "Kirim" }).FocusAsync();
    }

    // Two participants, the first of them present; twenty items with the key A.
    private static async Task PrepareAsync(Office office)
    {
        var key = new StringBuilder("kd_mapel,paket,butir,kunci,ranah,kebijakan\n");
        for (var item = 1; item <= Items; item++)
            key.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"180,01,{item},A,{(item <= 10 ? "P" : "F")},");
        using var callers = new ServiceRehearsal(office.Address.ToString(), office.Services.GetRequiredService<Accounts>());
        Assert.Null(await callers.SendAsync("api-berkas", Role.Pemberkasan, "/api/v1/attendance", Encoding.UTF8.GetBytes($"nomor_peserta,hadir\n{Budi.Number},H\n15051218020011,TH\n"), Stop));
        await ScanDay.SealKeyAsync(callers, Encoding.UTF8.GetBytes(key.ToString()));
    }
}
