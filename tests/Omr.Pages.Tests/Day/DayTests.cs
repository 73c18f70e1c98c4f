using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Omr.Service.Access;
using Omr.Service.Rehearsal;
using Omr.Simulator;
using Omr.Simulator.Planning;
using Omr.Simulator.Profiles;
using static Microsoft.Playwright.Assertions;

namespace Omr.Pages.Tests.Day;

/// <summary>The whole day as the people have it, from the printed sheet to the looked-up score, each before their own screen.</summary>
public sealed class DayTests(Browser browser)
{
    private const string Ani = "15051218020001";
    private const string Budi = "15051218020002";
    private const string Room = "12-001-003";

    [Fact]
    public async Task From_printed_sheets_over_a_wrong_room_to_a_released_score()
    {
        await using var office = await Office.OpenAsync(browser);
        using var callers = new ServiceRehearsal(office.Address.ToString(), office.Services.GetRequiredService<Accounts>());
        await SendAsync(callers, "/api/v1/roster", Role.Admin, "nomor_peserta,nama,tgl_lahir,kd_kab,lokasi,ruang,kursi,kd_mapel,paket", $"{Ani},Ani Lestari,14-02-1971,12,001,003,01,180,01", $"{Budi},Budi Santoso,15-02-1971,12,001,003,02,180,01");

        // The supervisor counts in the exam room; the network is away for a while.
        var phone = await office.PersonAsync(Role.Pengawas, Room, isPhone: true);
        await phone.GotoAsync("/hitung");
        await Expect(phone.GetByLabel("Terdaftar")).ToHaveValueAsync("2");
        await phone.Context.SetOfflineAsync(true);
        await ExamRoom.CountAsync(phone);
        await Expect(phone.Locator("#keadaan")).ToContainTextAsync("BOLEH DISEGEL");
        await phone.GetByLabel("Nomor segel").FillAsync("A-0017");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await Expect(phone.Locator("#antrean")).ToHaveTextAsync("tersimpan di ponsel, belum terkirim");
        await phone.Context.SetOfflineAsync(false);
        await Expect(phone.Locator("#antrean")).ToHaveTextAsync(new Regex("^terkirim"));
        await Expect(phone.Locator("#keadaan")).ToHaveTextAsync("SUDAH DISEGEL, A-0017. Semua jumlah cocok.");
        await SendAsync(callers, "/api/v1/attendance", Role.Pemberkasan, "nomor_peserta,hadir", $"{Ani},H", $"{Budi},H");

        // Two custodians enter the key blind, the chair seals it.
        var ketua = await office.PersonAsync(Role.Ketua, name: "ketua-hasan");
        foreach (var custodian in new[] { "kunci-satu", "kunci-dua" })
        {
            var page = await office.PersonAsync(Role.PemegangKunci, name: custodian);
            await page.GotoAsync("/kunci/180");
            await page.GetByLabel("Butir pedagogik").FillAsync("1-2");
            await page.GetByLabel("Kunci, satu huruf tiap butir").FillAsync("ABCDE");
            await page.GetByRole(AriaRole.Button, new() { Name = "Simpan entri saya" }).ClickAsync();
            await Expect(page.Locator(".tag").First).ToHaveTextAsync(custodian == "kunci-satu" ? "menunggu orang kedua" : "kedua entri sama, siap disegel");
        }

        await ketua.GotoAsync("/kunci/180");
        await ketua.GetByRole(AriaRole.Button, new() { Name = "Segel" }).ClickAsync();
        await YesAsync(ketua);
        await Expect(ketua.Locator(".tag").First).ToHaveTextAsync("disegel, versi 1 berlaku");

        // Printed, filled and scanned: Ani's fifth answer is faint, Budi's sheet is laid into another room's folder.
        var operatorPindai = await office.PersonAsync(Role.Operator, name: "operator-siti");
        await operatorPindai.GotoAsync("/pindai");
        await ScanAsync(office, Room, Ani, "Ani Lestari", MarkKind.Faint);
        await ScanAsync(office, "12-001-004", Budi, "Budi Santoso", MarkKind.Full);
        var batch = operatorPindai.Locator($"[data-batch='{Room}']");
        await Expect(batch).ToContainTextAsync("1 halaman");
        await Expect(batch).ToContainTextAsync("1 ragu");

        // The faint answer is read by two people who don't see each other's reading.
        await operatorPindai.GetByRole(AriaRole.Link, new() { Name = "Verifikasi" }).ClickAsync();
        await Expect(operatorPindai.Locator(".task:visible")).ToContainTextAsync("Butir 5");
        await ExamRoom.KeyAsync(operatorPindai, "e");
        await Expect(operatorPindai.Locator("#selesai")).ToHaveTextAsync("1");
        var verifier = await office.PersonAsync(Role.Verifikator, name: "verif-vera");
        await verifier.GotoAsync("/verifikasi");
        await Expect(verifier.Locator(".task:visible")).ToContainTextAsync("pembacaan kedua");
        await ExamRoom.KeyAsync(verifier, "e");
        await Expect(verifier.Locator("#selesai")).ToHaveTextAsync("1");

        // The first run can't be released: the room's counts say where a sheet lies wrong.
        var admin = await office.PersonAsync(Role.Admin, name: "admin-ani");
        await RunAsync(admin, 1);
        await ketua.GotoAsync("/skoring/1/rilis/12");
        await Expect(ketua.GetByRole(AriaRole.Heading, new() { Name = "Belum dapat dirilis" })).ToBeVisibleAsync();
        await ketua.GotoAsync("/rekonsiliasi/temuan?kab=12");
        await Expect(ketua.Locator("article.finding").Filter(new() { HasText = "D08" }).First).ToContainTextAsync(Budi);

        // Found: one proposes how each of them is closed, the chair closes it.
        for (var round = 0; round < 8 && await ProposeAsync(verifier); round++)
            Assert.True(await CloseAsync(ketua), "the chair finds what the verifier proposed");
        await RunAsync(admin, 2);
        await ketua.GotoAsync("/skoring/2/rilis/12");
        await ketua.GetByRole(AriaRole.Button, new() { Name = "Rilis kab 12" }).ClickAsync();
        await YesAsync(ketua);
        await Expect(ketua.GetByRole(AriaRole.Row, new() { Name = "Kab 12" })).ToContainTextAsync("skoring 2 dirilis");

        // All five right, the faint one too: N = 100.
        var korkab = await office.PersonAsync(Role.Korkab, "12");
        await korkab.GotoAsync("/hasil");
        await korkab.GetByRole(AriaRole.Link, new() { Name = Ani }).ClickAsync();
        await Expect(korkab.Locator(".score-card .score")).ToContainTextAsync("100,00");
    }

    private static async Task RunAsync(IPage page, int number)
    {
        await page.GotoAsync("/skoring");
        await page.GetByLabel("Alasan").FillAsync($"skoring {number}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Mulai skoring" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"Skoring {number}", Exact = true })).ToBeVisibleAsync();
    }

    // Whether there was something left to propose.
    private static async Task<bool> ProposeAsync(IPage page)
    {
        await page.GotoAsync("/rekonsiliasi/temuan?kab=12");
        var open = page.Locator("article.finding").Filter(new() { Has = page.GetByText("Tindak lanjuti"), HasNotText = "mengusulkan penutupan" }).First;
        if (await open.CountAsync() == 0)
            return false;
        await open.GetByText("Tindak lanjuti").ClickAsync();
        await open.GetByLabel("Alasan dan bukti").FillAsync("Kertas ditemukan di amplop ruang 004, dicocokkan dengan daftar hadir");
        await open.GetByRole(AriaRole.Button, new() { Name = "Usulkan penutupan" }).ClickAsync();
        await Expect(page.GetByText("mengusulkan penutupan").First).ToBeVisibleAsync();
        return true;
    }

    private static async Task<bool> CloseAsync(IPage page)
    {
        await page.GotoAsync("/rekonsiliasi/temuan?kab=12");
        var open = page.Locator("article.finding").Filter(new() { Has = page.GetByText("Tindak lanjuti") }).First;
        if (await open.CountAsync() == 0)
            return false;
        var count = await page.Locator("article.finding").CountAsync();
        await open.GetByText("Tindak lanjuti").ClickAsync();
        await open.GetByLabel("Alasan dan bukti").FillAsync("Disetujui");
        await open.GetByRole(AriaRole.Button, new() { Name = "Tutup temuan" }).ClickAsync();
        await Expect(page.Locator("article.finding")).ToHaveCountAsync(count - 1);
        return true;
    }

    private static Task ScanAsync(Office office, string folder, string number, string name, MarkKind fifth)
    {
        var settings = new SimulationSettings(RehearsalRoom.Template, SimulationProfile.Clean with { Marks = new(Blank: 0) }, Jobs: 1);
        var planner = new SheetPlanner(settings.Template, settings.Profile, settings.Seed);
        string[] answers = [.. Enumerable.Range(0, 100).Select(i => i < 5 ? "ABCDE"[i].ToString() : "")];
        var plan = planner.Personal(number == Ani ? 0 : 1, new(number, name, new(1971, 2, 14), "180", "01", $"{Room} kursi 01"), answers)
            .With(new("jawaban", 5, fifth, ["E"]));
        return Simulation.Run(settings, [plan], Path.Combine(office.Drop, folder), _ => { }, CancellationToken.None);
    }

    private static Task YesAsync(IPage page) => page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Ya" }).ClickAsync();

    private static async Task SendAsync(ServiceRehearsal callers, string path, Role role, params string[] lines) =>
        Assert.Null(await callers.SendAsync($"api-{role}", role, path, Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"), CancellationToken.None));
}
