using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Omr.Service.Access;
using Omr.Service.Sheets;
using Omr.Service.Tests.Api;
using Omr.Service.Tests.Cli;
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

        var tasks = await ReadingsAsync(verifier, "limit=50");
        Assert.Equal(
            [
                (one, "Butir", "jawaban", 2), (two, "Butir", "jawaban", 1), (two, "Butir", "jawaban", 2), (package, "Kode", "paket", 0),
                (unclear, "Identitas", "identity", 0), (refused, "Ditolak", "page", 0),
            ],
            tasks.Select(Key));
        Assert.Equal(("B|C", "SecondMark"), (tasks[0].GetProperty("terbaca").GetString(), tasks[0].GetProperty("ragu").GetString()));
        Assert.Equal("tanda registrasi tidak ditemukan", tasks[^1].GetProperty("alasan").GetString());
        Assert.Equal(tasks.Select(Key), (await ReadingsAsync(verifier, "limit=1")).Select(Key));
        Assert.Equal([(unclear, "Identitas", "identity", 0)], (await ReadingsAsync(verifier, "jenis=Identitas")).Select(Key));
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

        Assert.Equal(2, (await ReadingsAsync(verifier, "limit=50")).Count);
        Assert.Equal([mine], (await ReadingsAsync(verifier, "ruang=12-001-001")).Select(t => Key(t).Page));
        Assert.Empty(await ReadingsAsync(verifier, "ruang=13"));
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
        var rest = Assert.Single(await ReadingsAsync(verifier, "limit=50"));
        Assert.Equal((id, "Butir", "jawaban", 1), Key(rest));
        Assert.Equal(1, rest.GetProperty("terbuka").GetInt32());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await DecideAsync(verifier, first, false, ""));
        Assert.Equal(HttpStatusCode.NoContent, await DecideAsync(verifier, first, false, "bekas hapusan"));
        Assert.Equal(2, (await ReadingsAsync(verifier, "limit=50")).Count);

        var second = await ProposeAsync(proposer, id, "jawaban", 2, "A", "");
        Assert.Equal(HttpStatusCode.NoContent, await DecideAsync(verifier, second, true, ""));
        Assert.Equal([1], (await ReadingsAsync(verifier, "limit=50")).Select(t => Key(t).Item));

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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_scanned_a_batch_may_not_confirm_its_corrections(bool folderHasOperator)
    {
        await using var app = await OmrApp.StartAsync();
        var id = await new Desk(app).SheetAsync("1001", "?A|B A", scannedBy: folderHasOperator ? "vera" : "");
        using var vera = await app.CallerAsync(Role.Verifikator, name: "Vera");
        using var other = await app.CallerAsync(Role.Verifikator);
        using var proposer = await app.CallerAsync(Role.Operator);
        if (!folderHasOperator)
            await app.Services.GetRequiredService<ScanLog>().RecordAsync(new("12", "001", "001"), new("vera", Role.Verifikator, Region.Province), Stop);

        var proposal = await ProposeAsync(proposer, id, "jawaban", 1, "A", "");
        var refused = await vera.PostAsJsonAsync($"/api/v1/review/proposals/{proposal}/decision", new { terima = true }, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("Pemindai bundel ini", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, await DecideAsync(other, proposal, true, ""));
        var batch = (await other.GetFromJsonAsync<JsonElement>("/api/v1/batches", Stop)).GetProperty("isi")[0];
        Assert.Equal(["vera"], batch.GetProperty("pemindai").EnumerateArray().Select(n => n.GetString()));
    }

    [Fact]
    public async Task Covers_say_whose_batch_a_sheet_of_a_flat_folder_is_each_in_its_own_folder()
    {
        await using var app = await OmrApp.StartAsync();
        var desk = new Desk(app);
        await desk.CoverAsync("12-001-001", "/scan1");
        await desk.CoverAsync("12-001-002", "/scan2");
        var first = await desk.SheetAsync("1001", "?A A", "", origin: "/scan1");
        var second = await desk.SheetAsync("1002", "?A A", "", origin: "/scan2");
        using var vera = await app.CallerAsync(Role.Verifikator, name: "vera");
        using var proposer = await app.CallerAsync(Role.Operator);
        await app.Services.GetRequiredService<ScanLog>().RecordAsync(new("12", "001", "002"), new("vera", Role.Verifikator, Region.Province), Stop);

        Assert.Equal(HttpStatusCode.NoContent, await DecideAsync(vera, await ProposeAsync(proposer, first, "jawaban", 1, "A", ""), true, ""));
        Assert.Equal(HttpStatusCode.Forbidden, await DecideAsync(vera, await ProposeAsync(proposer, second, "jawaban", 1, "A", ""), true, ""));
        var rooms = await vera.GetFromJsonAsync<JsonElement>("/api/v1/rooms/12/001/002/reconciliation", Stop);
        Assert.Equal(1, rooms.GetProperty("jumlah").GetProperty("halaman").GetInt32());
    }

    [Fact]
    public async Task Scanning_by_the_program_names_the_scanner_before_the_first_sheet()
    {
        await using var app = await OmrApp.StartAsync();
        using (await app.CallerAsync(Role.Operator, name: "oki")) { }
        await CliRunner.RunAsync("acquire", "--device", "no-such:0", "--room", "05-012-003", "--operator", "Oki", "--data", app.Root);
        var said = await app.Store.ReadAsync(db => db.BatchScans.Select(s => $"{s.Operator} {s.Room}").ToListAsync(Stop), Stop);
        Assert.Equal(["oki 05-012-003"], said);
    }

    [Fact]
    public async Task An_operator_says_which_batch_is_theirs_once_and_only_of_a_room_that_they_may_see()
    {
        await using var app = await OmrApp.StartAsync();
        await new Desk(app).SheetAsync("1001", "A A");
        using var mine = await app.CallerAsync(Role.Operator, "12", "oki");
        using var elsewhere = await app.CallerAsync(Role.Operator, "13");
        using var verifier = await app.CallerAsync(Role.Verifikator);
        await mine.GetAsync("/api/v1/review", Stop); // everything stored is known now
        foreach (var wanted in (HttpStatusCode[])[HttpStatusCode.NoContent, HttpStatusCode.NoContent])
            Assert.Equal(wanted, (await mine.PostAsync("/api/v1/batches/12-001-001/scanner", null, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await mine.PostAsync("/api/v1/batches/12-001-009/scanner", null, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.PostAsync("/api/v1/batches/12-001-001/scanner", null, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await verifier.PostAsync("/api/v1/batches/12-001-001/scanner", null, Stop)).StatusCode);
        var said = await app.Store.ReadAsync(db => db.Audit.Where(a => a.Act == "batch.scan").Select(a => $"{a.Who} {a.Subject}").ToListAsync(Stop), Stop);
        Assert.Equal(["oki 12-001-001"], said);
    }

    [Fact]
    public async Task Findings_that_the_desk_must_decide_stand_in_the_queue_until_they_are_closed()
    {
        await using var app = await OmrApp.StartAsync();
        var desk = new Desk(app);
        await desk.ParticipantAsync("1001", "12-001-001");
        await desk.ParticipantAsync("1002", "12-001-001");
        var unknown = await desk.SheetAsync("1009", "A A");
        var doubtful = await desk.SheetAsync("1001", "?A A");
        var refused = await desk.RefusedAsync();
        using var verifier = await app.CallerAsync(Role.Verifikator);
        using var elsewhere = await app.CallerAsync(Role.Verifikator, "13");
        using var ketua = await app.CallerAsync(Role.Ketua);

        var tasks = await QueueAsync(verifier, "limit=1");
        Assert.Equal(
            [("Butir", doubtful, "jawaban"), ("Temuan", unknown, "D04"), ("Temuan", unknown, "D23"), ("Ditolak", refused, "page"), ("TemuanRuang", 0, "D20")],
            tasks.Select(t => (
                t.GetProperty("jenis").GetString(), t.GetProperty("lembar") is { ValueKind: JsonValueKind.Number } page ? page.GetInt64() : 0,
                t.GetProperty("isian").GetString())));
        Assert.Contains("1009 tidak ada di daftar peserta", tasks[1].GetProperty("alasan").GetString(), StringComparison.Ordinal);
        Assert.Equal($"/api/v1/sheets/{unknown}/image", tasks[1].GetProperty("citra").GetString());
        Assert.Empty(await QueueAsync(elsewhere, "limit=50"));

        var close = new
        {
            kode = "D04", ruang = tasks[1].GetProperty("ruang").GetString(), nomorPeserta = tasks[1].GetProperty("nomor").GetString(),
            subjek = tasks[1].GetProperty("subjek").GetString(), tindakan = "tutup", teks = "bukan peserta",
        };
        Assert.Equal(HttpStatusCode.NoContent, (await ketua.PostAsJsonAsync("/api/v1/findings/acts", close, Stop)).StatusCode);
        var left = Assert.Single(await QueueAsync(verifier, "jenis=Temuan"));
        Assert.Equal(("D23", 1), (left.GetProperty("isian").GetString(), left.GetProperty("terbuka").GetInt32()));
    }

    [Fact]
    public async Task A_paper_that_was_scanned_twice_is_looked_at_once_in_the_scan_that_counts()
    {
        await using var app = await OmrApp.StartAsync();
        var desk = new Desk(app);
        await desk.SheetAsync("1001", "?A ?B", serial: 7);
        using var verifier = await app.CallerAsync(Role.Verifikator);
        Assert.Equal(2, (await ReadingsAsync(verifier, "limit=50")).Count);
        var clearer = await desk.SheetAsync("1001", "A ?B", serial: 7);
        Assert.Equal((clearer, "Butir", "jawaban", 2), Key(Assert.Single(await ReadingsAsync(verifier, "limit=50"))));
    }

    [Fact]
    public async Task Doubts_beyond_the_last_item_of_the_paper_are_nobodys_task_once_its_key_is_sealed()
    {
        await using var app = await OmrApp.StartAsync();
        var desk = new Desk(app);
        await desk.ParticipantAsync("1001", "12-001-001");
        var id = await desk.SheetAsync("1001", "A ?A ?B ?C");
        using var verifier = await app.CallerAsync(Role.Verifikator);
        Assert.Equal([2, 3, 4], (await ReadingsAsync(verifier, "limit=50")).Select(t => Key(t).Item));

        string[] key = ["kd_mapel,paket,butir,kunci,ranah,kebijakan", "180,01,1,A,P,", "180,01,2,C,F,"];
        foreach (var name in (string[])["k1", "k2"])
        {
            using var custodian = await app.CallerAsync(Role.PemegangKunci, name: name);
            await custodian.SendAsync("/api/v1/keys/180/entries", key).JsonAsync();
        }

        using var ketua = await app.CallerAsync(Role.Ketua);
        await ketua.PostAsync("/api/v1/keys/180/seal", null, Stop).JsonAsync();
        var left = Assert.Single(await ReadingsAsync(verifier, "limit=50"));
        Assert.Equal((id, 2, 1), (Key(left).Page, Key(left).Item, left.GetProperty("terbuka").GetInt32()));
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

    // The tasks of the pages' own readings; nobody is registered here, so there are findings beside them.
    private static async Task<List<JsonElement>> ReadingsAsync(HttpClient caller, string query) =>
        [.. (await QueueAsync(caller, query)).Where(t => !t.GetProperty("jenis").GetString()!.StartsWith("Temuan", StringComparison.Ordinal))];

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
