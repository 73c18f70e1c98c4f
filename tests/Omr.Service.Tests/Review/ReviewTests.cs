using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Omr.Service.Access;
using Omr.Service.Tests.Hosting;
using Omr.Service.Tests.Sheets;

namespace Omr.Service.Tests.Review;

public class ReviewTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Easy_sure_gains_come_first()
    {
        await using var app = await OmrApp.StartAsync();
        var desk = new Desk(app);
        var refused = await desk.RefusedAsync();
        var unclear = await desk.SheetAsync("10?1", "A A");
        var two = await desk.SheetAsync("1002", "?A ?A|B");
        var one = await desk.SheetAsync("1003", "A ?B|C");
        var package = await desk.SheetAsync("1004", "A A", package: "0?");
        await desk.SheetAsync("1005", "A -");
        using var verifier = await app.CallerAsync(Role.Verifikator);

        var tasks = await QueueAsync(verifier, "limit=50");
        Assert.Equal(
            [
                (one, "Butir", "jawaban", 2), (two, "Butir", "jawaban", 1), (two, "Butir", "jawaban", 2), (package, "Kode", "paket", 0),
                (unclear, "Identitas", "identity", 0), (refused, "Ditolak", "page", 0),
            ],
            tasks.Select(Key));
        Assert.Equal(("B|C", "SecondMark"), (tasks[0].GetProperty("terbaca").GetString(), tasks[0].GetProperty("ragu").GetString()));
        Assert.Equal("tanda registrasi tidak ditemukan", tasks[^1].GetProperty("alasan").GetString());
        Assert.Equal(tasks.Select(Key), (await QueueAsync(verifier, "limit=1")).Select(Key));
        Assert.Equal([(unclear, "Identitas", "identity", 0)], (await QueueAsync(verifier, "jenis=Identitas")).Select(Key));
    }

    [Fact]
    public async Task The_queue_is_limited_to_the_callers_region()
    {
        await using var app = await OmrApp.StartAsync();
        var desk = new Desk(app);
        var mine = await desk.SheetAsync("1001", "?A", "12-001-001");
        await desk.SheetAsync("1002", "?A", "12-001-002");
        await desk.SheetAsync("1003", "?A", "13-001-001");
        using var verifier = await app.CallerAsync(Role.Verifikator, "12-001");
        using var korkab = await app.CallerAsync(Role.Korkab, "12");

        Assert.Equal(2, (await QueueAsync(verifier, "limit=50")).Count);
        Assert.Equal([mine], (await QueueAsync(verifier, "ruang=12-001-001")).Select(t => Key(t).Page));
        Assert.Empty(await QueueAsync(verifier, "ruang=13"));
        Assert.Equal(HttpStatusCode.Forbidden, (await korkab.GetAsync("/api/v1/review", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await verifier.GetAsync("/api/v1/review?cursor=x", Stop)).StatusCode);
    }

    [Fact]
    public async Task What_is_proposed_leaves_the_queue_and_comes_back_when_it_is_turned_down()
    {
        await using var app = await OmrApp.StartAsync();
        var id = await new Desk(app).SheetAsync("1001", "?A ?A|B");
        using var proposer = await app.CallerAsync(Role.Operator);
        using var verifier = await app.CallerAsync(Role.Verifikator);

        var first = await ProposeAsync(proposer, id, "jawaban", 2, "B", "");
        var rest = Assert.Single(await QueueAsync(verifier, "limit=50"));
        Assert.Equal((id, "Butir", "jawaban", 1), Key(rest));
        Assert.Equal(1, rest.GetProperty("terbuka").GetInt32());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await DecideAsync(verifier, first, false, ""));
        Assert.Equal(HttpStatusCode.NoContent, await DecideAsync(verifier, first, false, "bekas hapusan"));
        Assert.Equal(2, (await QueueAsync(verifier, "limit=50")).Count);

        var second = await ProposeAsync(proposer, id, "jawaban", 2, "A", "");
        Assert.Equal(HttpStatusCode.NoContent, await DecideAsync(verifier, second, true, ""));
        Assert.Equal([1], (await QueueAsync(verifier, "limit=50")).Select(t => Key(t).Item));

        var accepted = await ListAsync(verifier, "status=Diterima");
        Assert.Equal(("?A|B", "A"), (accepted[0].GetProperty("lama").GetString(), accepted[0].GetProperty("baru").GetString()));
        Assert.Single(await ListAsync(verifier, "status=Ditolak"));
        Assert.Empty(await ListAsync(verifier, "status=Menunggu"));
        Assert.Equal([first, second], (await ListAsync(verifier, $"lembar={id}")).Select(c => c.GetProperty("id").GetInt64()));
    }

    [Fact]
    public async Task A_correction_needs_two_people_and_one_decision()
    {
        await using var app = await OmrApp.StartAsync();
        var id = await new Desk(app).SheetAsync("1001", "?A|B A");
        using var one = await app.CallerAsync(Role.Verifikator);
        using var other = await app.CallerAsync(Role.Verifikator);
        using var elsewhere = await app.CallerAsync(Role.Verifikator, "13");
        using var operatorOne = await app.CallerAsync(Role.Operator);

        var proposal = await ProposeAsync(one, id, "jawaban", 1, "A", "");
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(other, id, "jawaban", 1, "B", "")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await DecideAsync(one, proposal, true, ""));
        Assert.Equal(HttpStatusCode.Forbidden, await DecideAsync(operatorOne, proposal, true, ""));
        Assert.Equal(HttpStatusCode.NotFound, await DecideAsync(elsewhere, proposal, true, ""));
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(elsewhere, id, "jawaban", 2, "", "x")).StatusCode);
        Assert.Empty(await ListAsync(elsewhere, ""));
        Assert.Equal(HttpStatusCode.NoContent, await DecideAsync(other, proposal, true, ""));
        Assert.Equal(HttpStatusCode.Conflict, await DecideAsync(other, proposal, false, "berubah pikiran"));
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(other, id, "jawaban", 1, "A", "")).StatusCode);
        var acts = await app.Store.ReadAsync(
            db => Task.FromResult(db.Audit.Where(a => a.Act.StartsWith("correction")).OrderBy(a => a.Id).Select(a => a.Act).ToList()), Stop);
        Assert.Equal(["correction.propose", "correction.confirm"], acts);
    }

    [Fact]
    public async Task Nothing_may_be_added_that_is_not_on_the_paper()
    {
        await using var app = await OmrApp.StartAsync();
        var desk = new Desk(app);
        var sheet = await desk.SheetAsync("1001", "- ?A|C ? B A|D");
        var refused = await desk.RefusedAsync();
        using var caller = await app.CallerAsync(Role.Operator);

        (long Page, string Field, int Item, string New, string Reason, bool May)[] cases =
        [
            (sheet, "jawaban", 1, "A", "terlihat", false), // certainly blank
            (sheet, "jawaban", 2, "B", "terlihat", false), // not among what may be marked
            (sheet, "jawaban", 2, "a|b", "terlihat", false),
            (sheet, "jawaban", 2, "c|a", "", true), // both, so several
            (sheet, "jawaban", 3, "D", "", false), // unseen: keyed in by two people, with a reason
            (sheet, "jawaban", 3, "D", "tertutup lipatan, dilihat di kertas", true),
            (sheet, "jawaban", 4, "A", "salah baca", false), // certain: only what was seen
            (sheet, "jawaban", 4, "", "", false), // certain: not without a reason
            (sheet, "jawaban", 4, "", "bekas hapusan", true),
            (sheet, "jawaban", 5, "A", "D bekas hapusan", true),
            (sheet, "jawaban", 6, "A", "x", false), // not on this sheet
            (sheet, "jawaban", 101, "A", "x", false),
            (sheet, "jawaban", 0, "A", "x", false),
            (sheet, "paket", 0, "02", "", false),
            (sheet, "paket", 0, "2", "naskah", false),
            (sheet, "paket", 0, "02", "naskah di amplop", true),
            (sheet, "identity", 0, "123", "daftar hadir", false),
            (sheet, "identity", 0, "15050100000001", "", false),
            (sheet, "identity", 0, "15050100000001", "daftar hadir", true),
            (sheet, "nama", 1, "A", "x", false),
            (sheet, "page", 0, "hapus", "x", false),
            (refused, "jawaban", 1, "Z", "robek", false),
            (refused, "jawaban", 1, "A", "", false),
            (refused, "jawaban", 1, "A", "robek", true),
            (refused, "page", 0, "pindai-ulang", "robek", true),
        ];
        foreach (var (page, field, item, value, reason, may) in cases)
        {
            var answer = await PostAsync(caller, page, field, item, value, reason);
            Assert.True(
                answer.StatusCode == (may ? HttpStatusCode.Created : HttpStatusCode.UnprocessableEntity),
                $"{field} {item} '{value}' '{reason}': {answer.StatusCode} {await answer.Content.ReadAsStringAsync(Stop)}");
        }

        var certain = (await ListAsync(caller, "limit=100")).Where(c => c.GetProperty("pasti").GetBoolean())
            .Select(c => (c.GetProperty("isian").GetString(), c.GetProperty("butir").GetInt32()));
        Assert.Equal([("jawaban", 4), ("jawaban", 5), ("paket", 0), ("identity", 0)], certain);
    }

    private static async Task<List<JsonElement>> QueueAsync(HttpClient caller, string query)
    {
        var tasks = new List<JsonElement>();
        for (var cursor = ""; cursor is not null;)
        {
            var part = await caller.GetFromJsonAsync<JsonElement>($"/api/v1/review?{query}&cursor={cursor}", Stop);
            tasks.AddRange(part.GetProperty("isi").EnumerateArray());
            cursor = part.GetProperty("berikutnya").GetString();
        }

        return tasks;
    }

    private static async Task<List<JsonElement>> ListAsync(HttpClient caller, string query) =>
        [.. (await caller.GetFromJsonAsync<JsonElement>($"/api/v1/review/proposals?{query}", Stop)).GetProperty("isi").EnumerateArray()];

    private static Task<HttpResponseMessage> PostAsync(HttpClient caller, long page, string field, int item, string value, string reason) =>
        caller.PostAsJsonAsync(
            "/api/v1/review/proposals", new { lembar = page, isian = field, butir = item, baru = value, alasan = reason }, Stop);

    private static async Task<long> ProposeAsync(HttpClient caller, long page, string field, int item, string value, string reason)
    {
        var answer = await PostAsync(caller, page, field, item, value, reason);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetInt64();
    }

    private static async Task<HttpStatusCode> DecideAsync(HttpClient caller, long proposal, bool accept, string note) =>
        (await caller.PostAsJsonAsync(
            $"/api/v1/review/proposals/{proposal}/decision", new { terima = accept, catatan = note }, Stop)).StatusCode;

    private static (long Page, string Kind, string Field, int Item) Key(JsonElement task) => (
        task.GetProperty("lembar").GetInt64(), task.GetProperty("jenis").GetString()!, task.GetProperty("isian").GetString()!,
        task.GetProperty("butir").GetInt32());
}
