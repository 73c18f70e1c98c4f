using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Rosters;
using Omr.Service.Tests.Hosting;

namespace Omr.Service.Tests.Api;

public class RoomReportTests
{
    private const string Path = "/api/v1/rooms/12/001/003/report";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<OmrApp> StartAsync()
    {
        var app = await OmrApp.StartAsync();
        using var admin = await app.CallerAsync(Role.Admin);
        await admin.SendAsync(
            "/api/v1/roster",
            "nomor_peserta,nama,tgl_lahir,kd_kab,lokasi,ruang,kursi,kd_mapel",
            "15051218020001,Siti Aminah,05-07-1975,12,001,003,01,180",
            "15051218020003,Ani Lestari,01-01-1981,12,001,004,01,180").JsonAsync();
        return app;
    }

    [Fact]
    public async Task The_latest_report_of_a_room_holds_and_the_earlier_ones_stay()
    {
        await using var app = await StartAsync();
        using var supervisor = await app.CallerAsync(Role.Pengawas, "12-001-003");
        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.GetAsync(Path, Stop)).StatusCode);
        await supervisor.PutAsJsonAsync(Path, new { terdaftar = 24, hadir = 22, segel = "A-17" }, Stop).JsonAsync();
        await supervisor.PutAsJsonAsync(
            Path,
            new
            {
                terdaftar = 24, hadir = 23, tidakHadir = 1, ljkDiterima = 26, ljkTerkumpul = 23, cadanganTerpakai = 1, rusak = 1,
                sisa = 2, segel = "A-17", catatan = "LJK no. 4 robek",
            },
            Stop).JsonAsync();

        using var staff = await app.CallerAsync(Role.Operator);
        var report = await staff.GetAsync(Path, Stop).JsonAsync();
        Assert.Equal(
            (24, 23, 1, 26, 23, 1, 1, 2),
            (report.Number("terdaftar"), report.Number("hadir"), report.Number("tidakHadir"), report.Number("ljkDiterima"),
                report.Number("ljkTerkumpul"), report.Number("cadanganTerpakai"), report.Number("rusak"), report.Number("sisa")));
        Assert.Equal(("A-17", "LJK no. 4 robek"), (report.Text("segel"), report.Text("catatan")));
        Assert.StartsWith("Pengawas-", report.Text("oleh"), StringComparison.Ordinal);
        Assert.Equal(2, await app.Store.ReadAsync(db => db.RoomReports.CountAsync(Stop), Stop));
        var latest = await app.Store.ReadAsync(db => ListStore.RoomReportsAsync(db, Stop), Stop);
        Assert.Equal(23, Assert.Single(latest).Value.Present);
        var audit = await app.Store.ReadAsync(db => db.Audit.Where(a => a.Act == "room.report").OrderByDescending(a => a.Id).FirstAsync(Stop), Stop);
        Assert.Equal("12-001-003", audit.Subject);
        Assert.Contains("hadir 22,", audit.Before, StringComparison.Ordinal);
        Assert.Contains("hadir 23,", audit.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_did_not_change_is_not_sent_again()
    {
        await using var app = await StartAsync();
        using var staff = await app.CallerAsync(Role.Pemberkasan);
        var put = await staff.PutAsJsonAsync(Path, new { hadir = 1 }, Stop);
        using var again = new HttpRequestMessage(HttpMethod.Get, Path) { Headers = { { "If-None-Match", put.Headers.ETag!.ToString() } } };
        Assert.Equal(HttpStatusCode.NotModified, (await staff.SendAsync(again, Stop)).StatusCode);
        await staff.PutAsJsonAsync(Path, new { hadir = 2 }, Stop);
        using var changed = new HttpRequestMessage(HttpMethod.Get, Path) { Headers = { { "If-None-Match", put.Headers.ETag!.ToString() } } };
        Assert.Equal(2, (await staff.SendAsync(changed, Stop).JsonAsync()).Number("hadir"));
    }

    [Fact]
    public async Task Counts_that_no_room_has_are_refused_by_name()
    {
        await using var app = await StartAsync();
        using var staff = await app.CallerAsync(Role.Pemberkasan);
        var problem = await staff.PutAsJsonAsync(Path, new { hadir = 2, rusak = -1 }, Stop).JsonAsync(422);
        Assert.Equal("rusak -1 di luar 0 sampai 999.", problem.Text("detail"));
        await staff.PutAsJsonAsync(Path, new { sisa = 1000 }, Stop).JsonAsync(422);
        await staff.PutAsJsonAsync(Path, new { segel = new string('x', 101) }, Stop).JsonAsync(422);
    }

    [Fact]
    public async Task A_room_outside_of_the_region_is_as_unknown_as_one_that_is_not_there()
    {
        await using var app = await StartAsync();
        using var supervisor = await app.CallerAsync(Role.Pengawas, "12-001-004");
        using var machine = await app.CallerAsync(Role.Sistem);
        var outside = await supervisor.PutAsJsonAsync(Path, new { hadir = 2 }, Stop).JsonAsync(404);
        var nowhere = await supervisor.PutAsJsonAsync("/api/v1/rooms/12/001/009/report", new { hadir = 2 }, Stop).JsonAsync(404);
        Assert.Equal(nowhere.Text("detail"), outside.Text("detail"));
        await supervisor.GetAsync(Path, Stop).JsonAsync(404);
        await machine.GetAsync(Path, Stop).JsonAsync(403);
    }
}
