using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
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
        var first = await supervisor.PutAsJsonAsync(Path, new { terdaftar = 24, hadir = 22, segel = "A-17" }, Stop);
        await PutAsync(
            supervisor,
            first.Headers.ETag!.Tag,
            new
            {
                terdaftar = 24, hadir = 23, tidakHadir = 1, ljkDiterima = 26, ljkTerkumpul = 23, cadanganTerpakai = 1, rusak = 1,
                sisa = 2, hitunganKedua = 22, cadanganDiterima = 2, segel = "A-17", penjelasan = "satu dibawa pulang", catatan = "LJK no. 4 robek",
            }).JsonAsync();

        using var staff = await app.CallerAsync(Role.Operator);
        var report = await staff.GetAsync(Path, Stop).JsonAsync();
        Assert.Equal(
            (24, 23, 1, 26, 23, 1, 1, 2),
            (report.Number("terdaftar"), report.Number("hadir"), report.Number("tidakHadir"), report.Number("ljkDiterima"),
                report.Number("ljkTerkumpul"), report.Number("cadanganTerpakai"), report.Number("rusak"), report.Number("sisa")));
        Assert.Equal((22, 2), (report.Number("hitunganKedua"), report.Number("cadanganDiterima")));
        Assert.Equal(("A-17", "satu dibawa pulang", "LJK no. 4 robek"), (report.Text("segel"), report.Text("penjelasan"), report.Text("catatan")));
        Assert.StartsWith("Pengawas-", report.Text("oleh"), StringComparison.Ordinal);
        Assert.Equal(2, await app.Store.ReadAsync(db => db.RoomReports.CountAsync(Stop), Stop));
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
        await PutAsync(staff, put.Headers.ETag!.Tag, new { hadir = 2 }).JsonAsync();
        using var changed = new HttpRequestMessage(HttpMethod.Get, Path) { Headers = { { "If-None-Match", put.Headers.ETag!.ToString() } } };
        Assert.Equal(2, (await staff.SendAsync(changed, Stop).JsonAsync()).Number("hadir"));
    }

    [Fact]
    public async Task Nobody_overwrites_what_they_have_not_seen()
    {
        await using var app = await StartAsync();
        using var one = await app.CallerAsync(Role.Pemberkasan, name: "budi");
        using var other = await app.CallerAsync(Role.Pengawas, "12-001-003");
        other.DefaultRequestHeaders.Add("Accept-Language", "en");
        await PutAsync(one, "\"1\"", new { hadir = 1 }).JsonAsync(412); // there is none yet
        var seen = (await one.PutAsJsonAsync(Path, new { hadir = 1 }, Stop)).Headers.ETag!.Tag;

        Assert.Contains("If-Match", (await other.PutAsJsonAsync(Path, new { hadir = 2 }, Stop).JsonAsync(428)).Text("detail"), StringComparison.Ordinal);
        await PutAsync(one, seen, new { hadir = 3 }).JsonAsync();
        var late = await PutAsync(other, seen, new { hadir = 4 }).JsonAsync(412);

        Assert.Equal(("urn:omr:problem:changed", "Somebody else changed it"), (late.Text("type"), late.Text("title")));
        Assert.Contains("changed by budi", late.Text("detail"), StringComparison.Ordinal);
        var got = await other.GetAsync(Path, Stop);
        Assert.Equal(3, (await Task.FromResult(got).JsonAsync()).Number("hadir"));
        await PutAsync(other, got.Headers.ETag!.Tag, new { hadir = 4 }).JsonAsync();
        var told = await PutAsync(one, seen, new { hadir = 5 }).JsonAsync(412);
        Assert.Equal("Sudah diubah orang lain", told.Text("title"));
    }

    [Fact]
    public async Task Booklets_that_are_missing_are_told_with_the_room_and_hold_up_no_score()
    {
        await using var app = await StartAsync();
        using var staff = await app.CallerAsync(Role.Pemberkasan);
        await staff.PutAsJsonAsync(
            Path, new { naskahDiterima = 26, naskahTerpakai = 23, naskahRusak = 1, naskahSisa = 1, naskahDimusnahkan = 26 }, Stop).JsonAsync();
        JsonElement finding = default;
        for (var i = 0; i < 100 && finding.ValueKind == JsonValueKind.Undefined; i++)
        {
            await Task.Delay(50, Stop);
            finding = (await staff.GetAsync("/api/v1/findings?kode=E8", Stop).JsonAsync()).GetProperty("isi").EnumerateArray().FirstOrDefault();
        }

        Assert.Contains("naskah diterima menurut BA 26, terpakai + rusak + sisa 25", finding.Text("uraian"), StringComparison.Ordinal);
        Assert.Equal(("terbuka", false), (finding.Text("status"), finding.GetProperty("menahanRilis").GetBoolean()));
        var room = await staff.GetAsync("/api/v1/rooms/12/001/003/reconciliation", Stop).JsonAsync();
        Assert.Equal(
            ["selisih", "cocok"],
            room.GetProperty("kesamaan").EnumerateArray().Where(e => e.Text("nama") == "E8").Select(e => e.Text("keadaan")));
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient who, string seen, object report)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Path) { Content = JsonContent.Create(report), Headers = { { "If-Match", seen } } };
        return await who.SendAsync(request, Stop);
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
        Assert.Equal("Ruang 12-001-003 tidak ada, atau di luar wilayah akun ini.", outside.Text("detail"));
        Assert.Equal("Ruang 12-001-009 tidak ada, atau di luar wilayah akun ini.", nowhere.Text("detail"));
        await supervisor.GetAsync(Path, Stop).JsonAsync(404);
        await machine.GetAsync(Path, Stop).JsonAsync(403);
    }
}
