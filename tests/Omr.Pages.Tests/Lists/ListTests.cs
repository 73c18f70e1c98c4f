using System.Text;
using Microsoft.Playwright;
using Omr.Service.Access;
using static Microsoft.Playwright.Assertions;

namespace Omr.Pages.Tests.Lists;

public sealed class ListTests(Browser browser)
{
    private const string Header = "nomor_peserta,nama,tgl_lahir,kd_kab,lokasi,ruang,kursi,kd_mapel";
    private const string Siti = "15051218020010,Siti,05-07-1975,12,001,003,01,180";
    private const string Budi = "15051218020011,Budi,06-07-1975,12,001,004,01,180";

    [Fact]
    public async Task The_lists_come_in_by_the_page_and_nothing_is_stored_that_was_not_looked_at()
    {
        await using var office = await Office.OpenAsync(browser);
        var admin = await office.PersonAsync(Role.Admin);
        await admin.GotoAsync("/daftar");
        await Expect(admin.GetByText("Belum ada peserta. Pilih berkas")).ToBeVisibleAsync();
        await Expect(Store(admin)).ToBeHiddenAsync();

        var template = await admin.GetByRole(AriaRole.Link, new() { Name = "Unduh berkas kosong" }).GetAttributeAsync("href");
        Assert.Equal(Header.Split(','), (await (await admin.APIRequest.GetAsync(template!)).TextAsync()).Trim('\ufeff', '\n').Split(';').SkipLast(1));

        // A wrong row: told where and why, and no way to store the rest.
        await ChooseAsync(admin, "peserta.csv", Header, Siti, Budi.Replace("06-07-1975", "31-02-1975", StringComparison.Ordinal));
        await Expect(admin.GetByText("1 kesalahan, jadi tidak ada yang disimpan")).ToBeVisibleAsync();
        await Expect(admin.GetByRole(AriaRole.Group, new() { Name = "Kesalahan" }).GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("31-02-1975");
        await Expect(admin.GetByRole(AriaRole.Cell, new() { Name = "3", Exact = true })).ToBeVisibleAsync();
        await Expect(Store(admin)).ToBeHiddenAsync();
        await ExamRoom.AccessibleAsync(admin);
        Assert.Equal(0, await RegisteredAsync(admin));

        // Another file altogether.
        await ChooseAsync(admin, "lain.csv", "a,b", "1,2");
        await Expect(admin.GetByRole(AriaRole.Cell, new() { NameRegex = new("kolom tidak ada: nomor_peserta") })).ToBeVisibleAsync();

        // The right file, by the keyboard alone from where it was chosen.
        await ChooseAsync(admin, "peserta.csv", Header, Siti, Budi);
        await Expect(Store(admin)).ToHaveTextAsync("Simpan: 2 baru");
        await Expect(admin.GetByRole(AriaRole.Row, new() { Name = "Siti 15051218020010 12-001-003 05-07-1975 01 180" })).ToBeVisibleAsync();
        Assert.Equal(0, await RegisteredAsync(admin));
        await admin.Locator("input[type=file]").FocusAsync();
        await admin.Keyboard.PressAsync("Tab");
        await admin.Keyboard.PressAsync("Tab");
        await Expect(Store(admin)).ToBeFocusedAsync();
        await admin.Keyboard.PressAsync("Enter");
        await Expect(admin.GetByText("Tersimpan dari peserta.csv: 2 baru.")).ToBeFocusedAsync();
        await Expect(Standing(admin)).ToContainTextAsync("Peserta terdaftar2");
        Assert.Equal(2, await RegisteredAsync(admin));

        // A changed one: old and new are seen before the button, which the network fails once.
        await ChooseAsync(admin, "pindah.csv", Header, Siti.Replace("003,01", "004,02", StringComparison.Ordinal));
        var change = admin.GetByRole(AriaRole.Row, new() { Name = "15051218020010" });
        await Expect(change).ToContainTextAsync("ruang: 003 → 004");
        await Expect(change).ToContainTextAsync("kursi: 01 → 02");
        await ExamRoom.AccessibleAsync(admin);
        await admin.Context.SetOfflineAsync(true);
        await Store(admin).ClickAsync();
        await Expect(admin.GetByRole(AriaRole.Alert)).ToContainTextAsync("Berkas pindah.csv tetap terpilih");
        await admin.Context.SetOfflineAsync(false);
        await admin.GetByRole(AriaRole.Button, new() { Name = "Periksa lagi" }).ClickAsync();
        await Expect(Store(admin)).ToHaveTextAsync("Simpan: 1 berubah");

        // Budi would go only where that is asked for, and asked once more.
        await admin.GetByLabel("Hapus yang tidak ada di berkas ini").CheckAsync();
        await Expect(Store(admin)).ToHaveTextAsync("Simpan: 1 berubah, 1 dihapus");
        await Store(admin).ClickAsync();
        await Expect(admin.GetByText("1 peserta akan dihapus dari daftar")).ToBeVisibleAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Batal" }).ClickAsync();
        await admin.GetByLabel("Hapus yang tidak ada di berkas ini").UncheckAsync();
        await Expect(Store(admin)).ToHaveTextAsync("Simpan: 1 berubah");

        // Somebody else stores what was looked at in the meantime: it is checked again, and said.
        var other = await office.PersonAsync(Role.Admin);
        await other.GotoAsync("/daftar");
        await ChooseAsync(other, "lebih-dulu.csv", Header, Siti.Replace("003,01", "005,01", StringComparison.Ordinal));
        await Store(other).ClickAsync();
        await Expect(other.GetByText("Tersimpan dari lebih-dulu.csv: 1 berubah.")).ToBeVisibleAsync();
        await Store(admin).ClickAsync();
        await Expect(admin.GetByText("Daftar di server berubah sejak berkas ini diperiksa")).ToBeVisibleAsync();
        await Expect(change).ToContainTextAsync("ruang: 005 → 004");
        await Store(admin).ClickAsync();
        await Expect(admin.GetByText("Tersimpan dari pindah.csv: 1 berubah.")).ToBeVisibleAsync();
        await Expect(admin.GetByRole(AriaRole.Row, new() { Name = "pindah.csv" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Attendance_of_ones_own_room_comes_in_by_a_phone_while_others_bring_in_theirs()
    {
        await using var office = await ExamRoom.OpenAsync(browser);
        var phone = await office.PersonAsync(Role.Pengawas, "12-001-003", isPhone: true);
        await phone.GotoAsync("/daftar");
        await Expect(Standing(phone)).ToContainTextAsync("Belum tercatat2");
        await Expect(phone.GetByText("Daftar peserta dimasukkan oleh administrator.")).ToBeVisibleAsync();

        await ChooseAsync(phone, "hadir.csv", "nomor_peserta,hadir", "15051218020010,H", "15051218020016,H");
        await Expect(phone.GetByText("nomor_peserta '15051218020016' tidak ada di daftar peserta wilayah akun ini (12-001-003)")).ToBeVisibleAsync();
        await Expect(Store(phone)).ToBeHiddenAsync();
        await ExamRoom.AccessibleAsync(phone);

        await ChooseAsync(phone, "hadir.csv", "nomor_peserta;hadir", "15051218020010;H", "15051218020011;TH");
        await Expect(phone.GetByRole(AriaRole.Row, new() { Name = "Peserta <i>2</i> 15051218020011 TH tidak hadir" })).ToBeVisibleAsync();
        Assert.False(await phone.EvaluateAsync<bool>("document.documentElement.scrollWidth > screen.width"));

        // Another room's list, stored between check and button, is no reason to ask again.
        var other = await office.PersonAsync(Role.Korlok, "12-002", isPhone: true);
        await other.GotoAsync("/daftar");
        await ChooseAsync(other, "hadir-002.csv", "nomor_peserta,hadir", "15051218020014,H");
        await Store(other).ClickAsync();
        await Expect(other.GetByText("Tersimpan dari hadir-002.csv: 1 baru.")).ToBeVisibleAsync();

        await Store(phone).ClickAsync();
        await Expect(phone.GetByText("Tersimpan dari hadir.csv: 2 baru.")).ToBeVisibleAsync();
        await Expect(phone.GetByText("Daftar hadir lengkap")).ToBeVisibleAsync();
        await Expect(other.GetByRole(AriaRole.Heading, new() { Name = "Terakhir dimasukkan" })).ToBeHiddenAsync();
        await ExamRoom.AccessibleAsync(phone);
    }

    [Fact]
    public async Task Who_may_only_look_sees_how_the_lists_stand_and_who_brings_them_in()
    {
        var office = await browser.FilledOfficeAsync();
        var auditor = await office.PersonAsync(Role.Auditor);
        await auditor.GotoAsync("/daftar");
        await Expect(Standing(auditor)).ToContainTextAsync("Daftar hadir lengkap");
        await Expect(auditor.GetByText("Daftar hadir dimasukkan oleh")).ToBeVisibleAsync();
        await Expect(auditor.Locator("input[type=file]")).ToHaveCountAsync(0);
        await ExamRoom.AccessibleAsync(auditor);
    }

    private static ILocator Store(IPage page) => page.Locator("[data-save] button");

    private static ILocator Standing(IPage page) => page.Locator("[data-part=keadaan]");

    private static Task ChooseAsync(IPage page, string name, params string[] lines) => page.GetByLabel("Pilih berkas").SetInputFilesAsync(
        new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(string.Join('\n', lines)) });

    private static async Task<int> RegisteredAsync(IPage page)
    {
        var answer = await page.APIRequest.GetAsync("/api/v1/roster");
        return (await answer.JsonAsync())!.Value.GetProperty("isi").GetArrayLength();
    }
}
