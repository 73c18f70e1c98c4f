using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Omr.Service.Access;
using Omr.Service.Tests.Api;
using Omr.Service.Tests.Hosting;
using Omr.Service.Tests.Sheets;
using static Omr.Service.Tests.Review.ReviewDesk;

namespace Omr.Service.Tests.Review;

/// <summary>What waits for a person: in which order, for whom, and when it leaves the queue.</summary>
public class QueueTests
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

        foreach (var (who, act) in ((HttpClient, string)[])[(verifier, "usul"), (ketua, "tutup")])
        {
            var order = new
            {
                kode = "D04", ruang = tasks[1].GetProperty("ruang").GetString(), nomorPeserta = tasks[1].GetProperty("nomor").GetString(),
                subjek = tasks[1].GetProperty("subjek").GetString(), tindakan = act, teks = "bukan peserta",
            };
            Assert.Equal(HttpStatusCode.NoContent, (await who.PostAsJsonAsync("/api/v1/findings/acts", order, Stop)).StatusCode);
        }

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
}
