using Microsoft.Extensions.DependencyInjection;
using Omr.Service.Access;
using Omr.Service.Rosters;
using Omr.Service.Tests.Hosting;
using Omr.Service.Tests.Rosters;

namespace Omr.Service.Tests.Api;

public class AttendanceImportTests
{
    private const string Path = "/api/v1/attendance";
    private const string Header = "nomor_peserta,hadir,kejadian";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<OmrApp> StartAsync()
    {
        var app = await OmrApp.StartAsync();
        using var admin = await app.CallerAsync(Role.Admin);
        await admin.SendAsync(
            "/api/v1/roster",
            "nomor_peserta,nama,tgl_lahir,kd_kab,lokasi,ruang,kursi,kd_mapel",
            "15051218020001,Siti Aminah,05-07-1975,12,001,003,01,180",
            "15051218020002,Budi Santoso,28-02-1980,12,001,003,02,180",
            "15051218020003,Ani Lestari,01-01-1981,12,001,004,01,180").JsonAsync();
        return app;
    }

    [Fact]
    public async Task A_room_at_a_time_may_be_entered_and_the_others_are_simply_not_known_yet()
    {
        await using var app = await StartAsync();
        using var supervisor = await app.CallerAsync(Role.Pengawas, "12-001-003");
        var answer = await supervisor.SendAsync(Path, Header, "15051218020001,H,DT", "15051218020002,TH,").JsonAsync();

        Assert.Equal(2, answer.Number("jumlah", "baru"));
        var attendance = (await app.Services.GetRequiredService<ListStore>().CurrentAsync(Stop)).Attendance;
        Assert.Equal(new(true, Incident.Held), attendance["15051218020001"]);
        Assert.Equal(new(false, Incident.None), attendance["15051218020002"]);
        Assert.False(attendance.ContainsKey("15051218020003"));
    }

    [Fact]
    public async Task A_changed_entry_must_be_confirmed()
    {
        await using var app = await StartAsync();
        using var staff = await app.CallerAsync(Role.Pemberkasan);
        await staff.SendAsync(Path, Header, "15051218020001,H,DT").JsonAsync();
        string[] changed = [Header, "15051218020001,H,"];

        Assert.Equal(1, (await staff.SendAsync(Path, changed).JsonAsync(409)).Number("jumlah", "berubah"));
        var diff = await staff.SendAsync($"{Path}?dryRun=true", changed).JsonAsync();
        Assert.Equal(
            """{"nomorPeserta":"15051218020001","nama":"Siti Aminah","ruang":"12-001-003","perubahan":[{"kolom":"kejadian","lama":"DT","baru":""}]}""",
            diff.GetProperty("berubah")[0].GetRawText());
        await staff.SendAsync($"{Path}?confirm={diff.Text("confirm")}", changed).JsonAsync();
        var attendance = (await app.Services.GetRequiredService<ListStore>().CurrentAsync(Stop)).Attendance;
        Assert.Equal(new(true), attendance["15051218020001"]);
    }

    [Fact]
    public async Task Who_is_not_in_the_roster_or_not_in_the_callers_region_is_unknown_alike()
    {
        await using var app = await StartAsync();
        using var supervisor = await app.CallerAsync(Role.Pengawas, "12-001-003");
        var problem = await supervisor.SendAsync(Path, Header, "15051218020001,H,", "15051218020003,H,", "15051218020009,H,").JsonAsync(422);
        Assert.Equal(
            [
                "3: nomor_peserta '15051218020003' tidak ada di daftar peserta wilayah akun ini (12-001-003)",
                "4: nomor_peserta '15051218020009' tidak ada di daftar peserta wilayah akun ini (12-001-003)",
            ],
            problem.GetProperty("errors").EnumerateArray().Select(e => $"{e.Number("baris")}: {e.Text("pesan")}"));
        Assert.Empty((await app.Services.GetRequiredService<ListStore>().CurrentAsync(Stop)).Attendance);
    }

    [Fact]
    public async Task A_workbook_will_do_and_numbers_stay_text_in_it()
    {
        await using var app = await StartAsync();
        using var staff = await app.CallerAsync(Role.Pemberkasan);
        var good = Workbook.OfTexts(Header, "15051218020001,H,", "15051218020002,th,");
        Assert.Equal(2, (await staff.SendAsync(Path, good, Upload.XlsxType).JsonAsync()).Number("jumlah", "baru"));
        var spoiled = new Workbook().Row("'nomor_peserta", "'hadir").Row("1.5051218020003E13", "'H").ToBytes();
        var problem = await staff.SendAsync(Path, spoiled, Upload.XlsxType).JsonAsync(422);
        Assert.Contains("sudah diubah lembar kerja", problem.GetProperty("errors")[0].Text("pesan"), StringComparison.Ordinal);
    }
}
