using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Omr.Service.Access;
using Omr.Service.Sheets;
using Omr.Service.Tests.Api;
using Omr.Service.Tests.Hosting;
using Omr.Service.Tests.Publication;
using Omr.Service.Tests.Sheets;
using static Omr.Service.Tests.Review.ReviewDesk;

namespace Omr.Service.Tests.Review;

/// <summary>A page that could not be read is keyed in by two people who don't know of each other's entry.</summary>
public class ManualEntryTests
{
    private const string Number = "15050100000001";

    // Three items: 30 for the first one, 35 for each of the others.
    private static readonly string[] Key = ["kd_mapel,paket,butir,kunci,ranah,kebijakan", "180,01,1,A,P,", "180,01,2,C,F,", "180,01,3,D,F,"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_people_key_in_a_page_and_what_they_agree_on_is_scored()
    {
        await using var app = await OmrApp.StartAsync();
        var page = await RoomAsync(app, new(app));
        using var first = await app.CallerAsync(Role.Operator);
        using var second = await app.CallerAsync(Role.Verifikator);

        Assert.Equal((6, 0, ""), await ToldAsync(EnterAsync(first, page, ["a", "", "D"])));
        Assert.Equal(HttpStatusCode.Conflict, (await EnterAsync(first, page, ["a", "", "D"])).StatusCode);
        Assert.Empty(await QueueAsync(second, "jenis=Ditolak"));
        Assert.Equal((0, 5, "jawaban 2"), await ToldAsync(EnterAsync(second, page, ["A", "C|A", "D"], reason: "")));
        // All but item 2 holds; that is nobody's, and the sheet waits with what is known of it.
        Assert.Equal(page, ReviewDesk.Key(Assert.Single(await QueueAsync(second, "jenis=Ditolak"))).Page);
        Assert.Equal(("RV", null), await ScoreAsync(app));

        // The first one looks again and keys in that alone; it is a double, so it isn't right: 30 + 0 + 35.
        Assert.Equal((1, 0, ""), await ToldAsync(EnterAsync(first, page, [null, "a|c", null], number: null, code: null)));
        Assert.Equal((0, 1, ""), await ToldAsync(EnterAsync(second, page, [null, "C|A", null], number: null, code: null)));
        Assert.Equal(("DN", 65.00m), await ScoreAsync(app));
        Assert.Empty(await QueueAsync(second, "jenis=Ditolak"));
        Assert.Equal(HttpStatusCode.Conflict, (await EnterAsync(second, page, ["A", "", "D"])).StatusCode);
        var acts = await app.Store.ReadAsync(
            db => Task.FromResult(db.Audit.Where(a => a.Act.StartsWith("correction")).GroupBy(a => a.Act).Select(g => $"{g.Key} {g.Count()}").ToList()), Stop);
        Assert.Equal(["correction.confirm 6", "correction.propose 7", "correction.reject 1"], acts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_entry_is_taken_whole_or_not_at_all_and_says_what_is_missing()
    {
        await using var app = await OmrApp.StartAsync();
        var desk = new Desk(app);
        var page = await RoomAsync(app, desk);
        var read = await desk.SheetAsync("1001", "A A A");
        using var caller = await app.CallerAsync(Role.Verifikator);

        Assert.Contains("butir 2 belum diisi", await RefusedAsync(EnterAsync(caller, page, ["A", null, "D"])), StringComparison.Ordinal);
        Assert.Contains("jawaban harus 3", await RefusedAsync(EnterAsync(caller, page, ["A", "B"])), StringComparison.Ordinal);
        Assert.Contains("butir 3: Z bukan pilihan", await RefusedAsync(EnterAsync(caller, page, ["A", "B", "Z"])), StringComparison.Ordinal);
        Assert.Contains("nomor peserta harus 14 angka", await RefusedAsync(EnterAsync(caller, page, ["A", "B", "C"], number: "12")), StringComparison.Ordinal);
        Assert.Contains("alasan wajib", await RefusedAsync(EnterAsync(caller, page, ["A", "B", "C"], reason: " ")), StringComparison.Ordinal);
        Assert.Contains("Lembar ini terbaca", await RefusedAsync(EnterAsync(caller, read, ["A", "B", "C"])), StringComparison.Ordinal);
        Assert.Empty(await ListAsync(caller, ""));

        await ProposeAsync(caller, page, "page", 0, "pindai-ulang", "robek");
        Assert.Equal(HttpStatusCode.Conflict, (await EnterAsync(caller, page, ["A", "B", "C"])).StatusCode);
    }

    [Fact]
    public async Task Who_may_not_confirm_may_not_make_the_second_entry()
    {
        await using var app = await OmrApp.StartAsync();
        var page = await RoomAsync(app, new(app));
        using var first = await app.CallerAsync(Role.Verifikator);
        using var scanner = await app.CallerAsync(Role.Verifikator, name: "vera");
        using var operatorOne = await app.CallerAsync(Role.Operator);
        using var elsewhere = await app.CallerAsync(Role.Verifikator, "13");
        await app.Services.GetRequiredService<ScanLog>().RecordAsync(new("12", "001", "001"), new("vera", Role.Verifikator, Region.Province), Stop);
        Assert.Equal(HttpStatusCode.NotFound, (await EnterAsync(elsewhere, page, ["A", "B", "C"])).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await EnterAsync(first, page, ["A", "B", "C"])).StatusCode);
        foreach (var caller in (HttpClient[])[scanner, operatorOne])
            Assert.Equal(HttpStatusCode.Forbidden, (await EnterAsync(caller, page, ["A", "B", "C"])).StatusCode);
        Assert.All(await ListAsync(first, "limit=50"), p => Assert.Equal("Menunggu", p.GetProperty("status").GetString()));

        // What waits isn't told to whoever opens the page, and the desk shows one card for all of it.
        using var second = await app.CallerAsync(Role.Verifikator);
        second.DefaultRequestHeaders.Accept.Add(new("text/html"));
        var shown = await second.GetStringAsync($"/lembar/{page}/entri", Stop);
        Assert.Contains("entri kedua: baca sendiri", shown, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("kertas rusak sekali", shown, StringComparison.Ordinal);
        Assert.Contains("name=\"nomor\"", shown, StringComparison.Ordinal);
        Assert.DoesNotMatch("<input[^>]*(name=\"(nomor|kdMapel|paket)\"|data-item=)[^>]*\\svalue=", shown);
        Assert.DoesNotMatch("<input[^>]*name=\"calon\"[^>]*\\schecked", shown);
        Assert.Single((await second.GetStringAsync("/verifikasi", Stop)).Split("data-card=")[1..], c => c.Contains($"/lembar/{page}/entri", StringComparison.Ordinal));
        Assert.DoesNotContain("data-field=\"jawaban\"", await second.GetStringAsync("/verifikasi", Stop), StringComparison.Ordinal);
    }

    // A room with one participant who was present, the key of their subject, and one page that could not be read.
    private static async Task<long> RoomAsync(OmrApp app, Desk desk)
    {
        await desk.ParticipantAsync(Number, "12-001-001");
        using var lists = await app.CallerAsync(Role.Pemberkasan);
        await lists.SendAsync("/api/v1/attendance", "nomor_peserta,hadir", $"{Number},H").JsonAsync();
        foreach (var name in (string[])["k1", "k2"])
        {
            using var custodian = await app.CallerAsync(Role.PemegangKunci, name: name);
            await custodian.SendAsync("/api/v1/keys/180/entries", Key).JsonAsync();
        }

        using var ketua = await app.CallerAsync(Role.Ketua);
        await ketua.PostAsync("/api/v1/keys/180/seal", null, Stop).JsonAsync();
        return await desk.RefusedAsync();
    }

    private static Task<HttpResponseMessage> EnterAsync(
        HttpClient caller, long page, string?[] answers, string? number = Number, string? code = "180", string reason = "kertas rusak sekali") =>
        caller.PostAsJsonAsync(
            $"/api/v1/review/sheets/{page}/entry",
            new { nomor = number, kdMapel = code, paket = code is null ? null : "01", jawaban = answers, alasan = reason }, Stop);

    private static async Task<(int Proposed, int Agreed, string Differing)> ToldAsync(Task<HttpResponseMessage> entry)
    {
        using var answer = await entry;
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, told.ToString());
        return (told.GetProperty("diusulkan").GetInt32(), told.GetProperty("disetujui").GetInt32(), string.Join(
            ' ', told.GetProperty("berbeda").EnumerateArray().Select(b => $"{b.GetProperty("isian").GetString()} {b.GetProperty("butir").GetInt32()}")));
    }

    private static async Task<string> RefusedAsync(Task<HttpResponseMessage> entry)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await entry).StatusCode);
        return await (await entry).Content.ReadAsStringAsync(Stop);
    }

    private static async Task<(string? Status, decimal? Score)> ScoreAsync(OmrApp app)
    {
        using var admin = await app.CallerAsync(Role.Admin);
        var run = await Standing.RunAsync(admin);
        var score = await admin.GetFromJsonAsync<JsonElement>($"/api/v1/scores/{Number}?run={run}", Stop);
        return (score.GetProperty("status").GetString(), score.GetProperty("nilai") is { ValueKind: JsonValueKind.Number } n ? n.GetDecimal() : null);
    }
}
