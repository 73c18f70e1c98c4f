using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Tests.Hosting;
using Omr.Service.Tests.Rosters;

namespace Omr.Service.Tests.Api;

public class RosterImportTests
{
    private const string Path = "/api/v1/roster";
    private const string Header = "nomor_peserta,nama,tgl_lahir,kd_kab,lokasi,ruang,kursi,kd_mapel";
    private const string Siti = "15051218020001,Siti Aminah,05-07-1975,12,001,003,01,180";
    private const string Budi = "15051218020002,Budi Santoso,28-02-1980,12,001,003,02,180";
    private const string Ani = "15051318020003,Ani Lestari,01-01-1981,13,001,001,01,180";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<string[]> NumbersAsync(HttpClient client, string query = "") =>
        [.. (await client.GetAsync(Path + query, Stop).JsonAsync()).GetProperty("isi").EnumerateArray().Select(p => p.Text("nomorPeserta"))];

    [Fact]
    public async Task New_participants_are_taken_at_once_and_written_down_in_the_audit_log()
    {
        await using var app = await OmrApp.StartAsync();
        using var admin = await app.CallerAsync(Role.Admin);
        var answer = await admin.SendAsync(Path, Header, Siti, Ani).JsonAsync();

        Assert.True(answer.GetProperty("diterapkan").GetBoolean());
        Assert.Equal(2, answer.Number("jumlah", "baru"));
        Assert.Equal(["15051218020001", "15051318020003"], await NumbersAsync(admin));
        var audit = await app.Store.ReadAsync(db => db.Audit.OrderByDescending(a => a.Id).FirstAsync(Stop), Stop);
        Assert.Equal("roster.import", audit.Act);
        Assert.StartsWith("import 1: +2 ~0 -0 =0, sha256 ", audit.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_change_and_writes_nothing()
    {
        await using var app = await OmrApp.StartAsync();
        using var admin = await app.CallerAsync(Role.Admin);
        await admin.SendAsync(Path, Header, Siti).JsonAsync();
        var moved = Siti.Replace("003,01", "004,09", StringComparison.Ordinal);
        var diff = await admin.SendAsync($"{Path}?dryRun=true", Header, moved, Budi, "1505,Tono,x,12,001,003,03,180").JsonAsync();

        Assert.False(diff.GetProperty("diterapkan").GetBoolean());
        Assert.Equal(
            (1, 1, 0, 0, 2),
            (diff.Number("jumlah", "baru"), diff.Number("jumlah", "berubah"), diff.Number("jumlah", "dihapus"),
                diff.Number("jumlah", "tetap"), diff.Number("jumlah", "salah")));
        Assert.Equal(
            """[{"kolom":"ruang","lama":"003","baru":"004"},{"kolom":"kursi","lama":"01","baru":"09"}]""",
            diff.GetProperty("berubah")[0].GetProperty("perubahan").GetRawText());
        Assert.Equal(4, diff.GetProperty("salah")[0].Number("baris"));
        Assert.Equal(JsonValueKind.Null, diff.GetProperty("confirm").ValueKind);
        Assert.Equal(["15051218020001"], await NumbersAsync(admin));
        Assert.Equal(["15051218020001"], await NumbersAsync(admin, "?ruang=003"));
    }

    [Fact]
    public async Task What_overwrites_must_be_confirmed_with_what_the_dry_run_gave()
    {
        await using var app = await OmrApp.StartAsync();
        using var admin = await app.CallerAsync(Role.Admin);
        await admin.SendAsync(Path, Header, Siti, Budi).JsonAsync();
        string[] moved = [Header, Siti.Replace("003,01", "004,01", StringComparison.Ordinal), Budi];

        var refused = await admin.SendAsync(Path, moved).JsonAsync(409);
        Assert.Equal((1, 1), (refused.Number("jumlah", "berubah"), refused.Number("jumlah", "tetap")));
        var confirm = (await admin.SendAsync($"{Path}?dryRun=true", moved).JsonAsync()).Text("confirm");
        Assert.Equal("urn:omr:problem:conflict", (await admin.SendAsync($"{Path}?confirm=0000", moved).JsonAsync(409)).Text("type"));
        Assert.True((await admin.SendAsync($"{Path}?confirm={confirm}", moved).JsonAsync()).GetProperty("diterapkan").GetBoolean());

        Assert.Equal(["15051218020001"], await NumbersAsync(admin, "?ruang=004"));
        var rows = await app.Store.ReadAsync(db => db.Participants.Where(p => p.Number == "15051218020001").ToListAsync(Stop), Stop);
        Assert.Equal(["003", "004"], rows.OrderBy(r => r.Id).Select(r => r.Ruang)); // the history stays
        Assert.Equal(2, (await admin.SendAsync(Path, moved).JsonAsync()).Number("jumlah", "tetap"));
    }

    [Fact]
    public async Task A_confirmation_is_for_the_state_that_was_looked_at()
    {
        await using var app = await OmrApp.StartAsync();
        using var admin = await app.CallerAsync(Role.Admin);
        await admin.SendAsync(Path, Header, Siti).JsonAsync();
        string[] moved = [Header, Siti.Replace("003,01", "004,01", StringComparison.Ordinal)];
        var confirm = (await admin.SendAsync($"{Path}?dryRun=true", moved).JsonAsync()).Text("confirm");
        await admin.SendAsync(Path, Header, Budi).JsonAsync();
        await admin.SendAsync($"{Path}?confirm={confirm}", moved).JsonAsync(409);
    }

    [Fact]
    public async Task Nobody_is_removed_unless_the_list_shall_replace_and_then_only_in_the_callers_region()
    {
        await using var app = await OmrApp.StartAsync();
        using var admin = await app.CallerAsync(Role.Admin);
        using var kab12 = await app.CallerAsync(Role.Admin, "12");
        await admin.SendAsync(Path, Header, Siti, Budi, Ani).JsonAsync();
        Assert.Equal(1, (await kab12.SendAsync(Path, Header, Siti).JsonAsync()).Number("jumlah", "tetap"));

        var diff = await kab12.SendAsync($"{Path}?dryRun=true&replace=true", Header, Siti).JsonAsync();
        Assert.Equal("15051218020002", Assert.Single(diff.GetProperty("dihapus").EnumerateArray()).Text("nomorPeserta"));
        await kab12.SendAsync($"{Path}?replace=true", Header, Siti).JsonAsync(409);
        await kab12.SendAsync($"{Path}?confirm={diff.Text("confirm")}", Header, Siti).JsonAsync(409); // confirmed for replacing
        await kab12.SendAsync($"{Path}?replace=true&confirm={diff.Text("confirm")}", Header, Siti).JsonAsync();

        Assert.Equal(["15051218020001", "15051318020003"], await NumbersAsync(admin));
        Assert.Equal(1, (await admin.SendAsync(Path, Header, Budi).JsonAsync()).Number("jumlah", "baru")); // may come back
    }

    [Fact]
    public async Task A_row_outside_of_the_callers_region_is_an_error_and_changes_nothing()
    {
        await using var app = await OmrApp.StartAsync();
        using var admin = await app.CallerAsync(Role.Admin);
        using var kab12 = await app.CallerAsync(Role.Admin, "12");
        await admin.SendAsync(Path, Header, Ani).JsonAsync();
        var taken = Ani.Replace(",13,", ",12,", StringComparison.Ordinal);

        var outside = await kab12.SendAsync(Path, Header, Siti, Ani).JsonAsync(422);
        Assert.Contains("ruang 13-001-001 di luar wilayah", outside.GetProperty("errors")[0].Text("pesan"), StringComparison.Ordinal);
        Assert.Equal(2, (await kab12.SendAsync(Path, Header, taken).JsonAsync(422)).GetProperty("errors")[0].Number("baris"));
        Assert.Equal(["15051318020003"], await NumbersAsync(admin));
        Assert.Empty(await NumbersAsync(kab12));
    }

    [Fact]
    public async Task Errors_are_told_by_row_in_the_callers_language()
    {
        await using var app = await OmrApp.StartAsync();
        using var admin = await app.CallerAsync(Role.Admin);
        admin.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var problem = await admin.SendAsync(Path, Header, Siti, Siti).JsonAsync(422);
        Assert.Equal("""[{"baris":3,"pesan":"nomor_peserta 15051218020001 is in row 2 already"}]""", problem.GetProperty("errors").GetRawText());
        Assert.Equal("peserta: 1 errors; correct them and send it again. Nothing was stored.", problem.Text("detail"));
    }

    [Fact]
    public async Task A_workbook_is_known_by_its_bytes_however_it_is_sent()
    {
        await using var app = await OmrApp.StartAsync();
        using var admin = await app.CallerAsync(Role.Admin);
        Assert.Equal(1, (await admin.SendAsync(Path, Workbook.OfTexts(Header, Siti), Upload.XlsxType).JsonAsync()).Number("jumlah", "baru"));
        Assert.Equal(1, (await admin.SendAsync(Path, Workbook.OfTexts(Header, Budi), "text/csv").JsonAsync()).Number("jumlah", "baru"));

        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes($"{Header}\n{Ani}"));
        form.Add(file, "berkas", "../folder/peserta kab 13.xlsx");
        var answer = await admin.PostAsync(Path, form, Stop).JsonAsync();
        Assert.Equal("peserta kab 13.xlsx", answer.Text("berkas"));
        Assert.Equal(3, (await NumbersAsync(admin)).Length);
    }

    [Fact]
    public async Task What_is_no_list_is_refused()
    {
        await using var app = await OmrApp.StartAsync();
        using var admin = await app.CallerAsync(Role.Admin);
        using var operatorPindai = await app.CallerAsync(Role.Operator);
        await admin.SendAsync(Path, "{}"u8.ToArray(), "application/json").JsonAsync(415);
        await admin.SendAsync(Path, "nama\nSiti"u8.ToArray(), "text/csv").JsonAsync(422);
        using var empty = new MultipartFormDataContent { { new StringContent("x"), "teks" } };
        await admin.PostAsync(Path, empty, Stop).JsonAsync(400);
        using var broken = new ByteArrayContent("--x\r\nContent-"u8.ToArray());
        broken.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        await admin.PostAsync(Path, broken, Stop).JsonAsync(400);
        await operatorPindai.SendAsync(Path, Header, Siti).JsonAsync(403);
    }

    [Fact]
    public async Task The_roster_is_seen_page_by_page_in_number_order_within_the_callers_region()
    {
        await using var app = await OmrApp.StartAsync();
        using var admin = await app.CallerAsync(Role.Admin);
        using var korlok = await app.CallerAsync(Role.Korlok, "12-001");
        var rows = Enumerable.Range(1, 5).Select(i => $"1505121802000{6 - i},Peserta {i},05-07-1975,12,00{i % 2},003,0{i},180");
        await admin.SendAsync(Path, [Header, .. rows, Ani]).JsonAsync();

        var seen = new List<string>();
        var cursor = "";
        do
        {
            var page = await admin.GetAsync($"{Path}?limit=2&cursor={cursor}", Stop).JsonAsync();
            seen.AddRange(page.GetProperty("isi").EnumerateArray().Select(p => p.Text("nomorPeserta")));
            cursor = page.Text("berikutnya");
        }
        while (cursor.Length > 0);

        Assert.Equal(["15051218020001", "15051218020002", "15051218020003", "15051218020004", "15051218020005", "15051318020003"], seen);
        Assert.Equal(["15051218020001", "15051218020003", "15051218020005"], await NumbersAsync(korlok));
        Assert.Empty(await NumbersAsync(korlok, "?kab=13"));
        Assert.Single(await NumbersAsync(admin, "?limit=0"));
    }
}
