using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Omr.Service.Access;
using Omr.Service.Rehearsal;
using static Microsoft.Playwright.Assertions;

namespace Omr.Pages.Tests.Releasing;

public sealed class ReleasingTests(Browser browser)
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    // Nobody of kab 12 came, so nothing is missing there; of the one in kab 13 nobody knows yet.
    [Fact]
    public async Task Runs_are_started_and_compared_and_a_kab_is_released_unless_something_is_in_the_way()
    {
        await using var office = await Office.OpenAsync(browser);
        using var callers = new ServiceRehearsal(office.Address.ToString(), office.Services.GetRequiredService<Accounts>());
        Assert.Null(await SendAsync(callers, "/api/v1/roster", Role.Admin,
            "nomor_peserta,nama,tgl_lahir,kd_kab,lokasi,ruang,kursi,kd_mapel", "15051218020001,Ani,14-02-1971,12,001,003,01,180",
            "15051218020002,Budi,15-02-1971,12,001,003,02,180", "15051318020003,Cici,16-02-1971,13,001,001,01,180"));
        Assert.Null(await callers.SendAsync("api-kunci-1", Role.PemegangKunci, "/api/v1/keys/180/entries", RehearsalRoom.File("kunci.csv"), Stop));
        Assert.Null(await callers.SendAsync("api-kunci-2", Role.PemegangKunci, "/api/v1/keys/180/entries", RehearsalRoom.File("kunci.csv"), Stop));
        Assert.Null((await callers.OrderAsync("api-ketua", Role.Ketua, "/api/v1/keys/180/seal", new { }, Stop)).Problem);

        var admin = await office.PersonAsync(Role.Admin, name: "admin-siti");
        await admin.GotoAsync("/skoring");
        await Expect(admin.GetByText("Belum ada skoring.")).ToBeVisibleAsync();
        await RunAsync(admin, "percobaan", 1);
        Assert.Null(await SendAsync(callers, "/api/v1/attendance", Role.Pemberkasan, "nomor_peserta,hadir", "15051218020001,TH", "15051218020002,TH"));
        await RunAsync(admin, "daftar hadir kab 12 lengkap", 2);

        await admin.GetByRole(AriaRole.Link, new() { Name = "apa yang berubah sejak skoring 1" }).ClickAsync();
        await Expect(admin.GetByRole(AriaRole.Row, new() { Name = "Budi" })).ToContainTextAsync("menunggu daftar hadir");
        await Expect(admin.GetByRole(AriaRole.Row, new() { Name = "Budi" })).ToContainTextAsync("tidak hadir");
        await Expect(admin.GetByText("Cici")).ToHaveCountAsync(0);

        var ketua = await office.PersonAsync(Role.Ketua, name: "ketua");
        await ketua.GotoAsync("/skoring/2");
        await ketua.GetByRole(AriaRole.Link, new() { Name = "Kab 13" }).ClickAsync();
        await Expect(ketua.GetByRole(AriaRole.Heading, new() { Name = "Belum dapat dirilis" })).ToBeVisibleAsync();
        await Expect(ketua.Locator(".reasons")).ToContainTextAsync("Ruang 13-001-001: Tercetak 1, dibagikan 0: 1 peserta belum ada di daftar hadir.");
        await Expect(ketua.GetByRole(AriaRole.Link, new() { Name = "13-001-001" })).ToHaveAttributeAsync("href", "/rekonsiliasi/13/001/001");

        // Nothing will ever be scanned of kab 12: the verifier proposes to close that, the chair closes it.
        Task<(System.Text.Json.JsonElement, string? Problem)> ActAsync(string who, Role role, string act) => callers.OrderAsync(
            who, role, "/api/v1/findings/acts", new { kode = "D27", kdKab = "12", lokasi = "001", ruang = "003", tindakan = act, teks = "semua tidak hadir" }, Stop);
        Assert.Null((await ActAsync("api-verifikator", Role.Verifikator, "usul")).Problem);
        Assert.Null((await ActAsync("api-ketua", Role.Ketua, "tutup")).Problem);
        var korkab = await office.PersonAsync(Role.Korkab, "12");
        await korkab.GotoAsync("/hasil");
        await Expect(korkab.GetByText("Belum ada nilai yang dirilis.")).ToBeVisibleAsync();
        await ketua.GotoAsync("/skoring/2/rilis/12");
        await ketua.GetByRole(AriaRole.Button, new() { Name = "Rilis kab 12" }).ClickAsync();
        await ketua.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Ya" }).ClickAsync();
        await Expect(ketua.GetByRole(AriaRole.Row, new() { Name = "Kab 12" })).ToContainTextAsync("skoring 2 dirilis");

        await korkab.ReloadAsync();
        await korkab.GetByRole(AriaRole.Link, new() { Name = "15051218020001" }).ClickAsync();
        await Expect(korkab.GetByText("Peserta tidak hadir menurut daftar hadir, jadi tidak ada nilai.")).ToBeVisibleAsync();
        Assert.Equal(404, (await korkab.GotoAsync("/hasil/15051318020003"))!.Status);
    }

    private static async Task RunAsync(IPage page, string why, int number)
    {
        await ExamRoom.ListeningAsync(page);
        await page.GetByLabel("Alasan").FillAsync(why);
        await page.GetByRole(AriaRole.Button, new() { Name = "Mulai skoring" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"Skoring {number}", Exact = true })).ToBeVisibleAsync();
        await Expect(page.Locator("article").First).ToContainTextAsync(why);
    }

    private static Task<string?> SendAsync(ServiceRehearsal callers, string path, Role role, params string[] lines) =>
        callers.SendAsync($"api-{role}", role, path, Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"), Stop);
}
