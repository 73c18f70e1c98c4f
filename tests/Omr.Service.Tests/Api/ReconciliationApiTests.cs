using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Omr.Service.Access;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Storage;
using Omr.Service.Tests.Hosting;
using Omr.Service.Tests.Reconciliation;
using Omr.Service.Tests.Sheets;

namespace Omr.Service.Tests.Api;

public class ReconciliationApiTests
{
    private const string Room = "/api/v1/rooms/12/001/001/reconciliation";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_room_is_shown_with_its_counts_equalities_people_and_findings()
    {
        await using var app = await StartAsync();
        using var pengawas = await app.CallerAsync(Role.Pengawas, "12-001-001");
        var room = await JsonAsync(pengawas, Room);
        Assert.Equal(3, room.GetProperty("jumlah").GetProperty("terdaftar").GetInt32());
        Assert.Equal((3, 2, false), (room.Number("lembar", "dibagikan"), room.Number("lembar", "terpindai"), room.GetProperty("lembar").GetProperty("cocok").GetBoolean()));
        Assert.Equal(
            ["DN", "DN", "LH"], room.GetProperty("peserta").EnumerateArray().Select(p => p.GetProperty("status").GetString()));
        Assert.Contains(room.GetProperty("temuan").EnumerateArray(), f => f.GetProperty("kode").GetString() == "D10");
        Assert.Contains(
            room.GetProperty("kesamaan").EnumerateArray(),
            e => e.GetProperty("nama").GetString() == "E10" && e.GetProperty("keadaan").GetString() == "selisih" && e.GetProperty("kiri").GetInt32() == 3 && e.GetProperty("kanan").GetInt32() == 2);
        Assert.False(room.GetProperty("peserta")[0].TryGetProperty("nilai", out _));
    }

    [Fact]
    public async Task Nobody_sees_beyond_the_own_region()
    {
        await using var app = await StartAsync();
        using var elsewhere = await app.CallerAsync(Role.Pengawas, "12-001-002");
        using var korkab = await app.CallerAsync(Role.Korkab, "13");
        using var custodian = await app.CallerAsync(Role.PemegangKunci);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(Room, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await korkab.GetAsync("/api/v1/reconciliation?kab=12", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await custodian.GetAsync(Room, Stop)).StatusCode);
        Assert.Empty((await JsonAsync(korkab, "/api/v1/findings")).GetProperty("isi").EnumerateArray());
        Assert.Equal(1, (await JsonAsync(elsewhere, "/api/v1/reconciliation")).GetProperty("jumlah").GetProperty("terdaftar").GetInt32());
    }

    [Fact]
    public async Task The_province_is_shown_by_kab_and_a_kab_by_lokasi_with_what_keeps_it_from_being_released()
    {
        await using var app = await StartAsync();
        using var ketua = await app.CallerAsync(Role.Ketua);
        var province = await JsonAsync(ketua, "/api/v1/reconciliation");
        Assert.Equal("12", province.GetProperty("bagian")[0].GetProperty("kdKab").GetString());
        var kab = await JsonAsync(ketua, "/api/v1/reconciliation?kab=12");
        Assert.Equal("001", kab.GetProperty("bagian")[0].GetProperty("lokasi").GetString());
        Assert.Contains(
            kab.GetProperty("penahanRilis").EnumerateArray(), r => r.GetProperty("ruang").GetString() == "12-001-002" && r.GetProperty("uraian").GetString()!.Contains("D27", StringComparison.Ordinal));
        Assert.False(kab.GetProperty("lembar").GetProperty("cocok").GetBoolean());
    }

    [Fact]
    public async Task Findings_come_page_by_page_each_once()
    {
        await using var app = await StartAsync();
        using var auditor = await app.CallerAsync(Role.Auditor);
        var (seen, cursor) = (new List<string>(), "");
        do
        {
            var page = await JsonAsync(auditor, $"/api/v1/findings?limit=1&cursor={cursor}");
            seen.AddRange(page.GetProperty("isi").EnumerateArray().Select(f => f.GetProperty("kode").GetString()!));
            cursor = page.GetProperty("berikutnya").GetString();
        }
        while (cursor is not null);
        Assert.Equal(["D01", "D10", "D27"], seen);
        Assert.Equal(HttpStatusCode.BadRequest, (await auditor.GetAsync("/api/v1/findings?cursor=%25", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await auditor.GetAsync("/api/v1/findings?status=apa", Stop)).StatusCode);
    }

    [Fact]
    public async Task The_field_answers_the_verifier_proposes_and_only_the_ketua_closes()
    {
        await using var app = await StartAsync();
        using var korlok = await app.CallerAsync(Role.Korlok, "12-001");
        using var verifier = await app.CallerAsync(Role.Verifikator);
        using var ketua = await app.CallerAsync(Role.Ketua);
        using var elsewhere = await app.CallerAsync(Role.Korlok, "12-002");
        object Lost(string act) => new { kode = "D10", ruang = "12-001-001", nomorPeserta = "1003", tindakan = act, teks = "BA kehilangan 7" };
        Task<HttpResponseMessage> Post(HttpClient who, object what) => who.PostAsJsonAsync("/api/v1/findings/acts", what, Stop);

        Assert.Equal(HttpStatusCode.NoContent, (await Post(korlok, Lost("jawab"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Post(elsewhere, Lost("jawab"))).StatusCode);
        Assert.StartsWith("Belum ada usul penutupan", (await Post(ketua, Lost("tutup")).JsonAsync(409)).Text("detail"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await Post(verifier, Lost("usul"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(verifier, Lost("tutup"))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Post(ketua, Lost("tutup"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Post(ketua, new { kode = "D03", ruang = "12-001-001", nomorPeserta = "1003", tindakan = "tutup", teks = "x" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Post(ketua, new { kode = "D99", tindakan = "tutup", teks = "x" })).StatusCode);

        var closed = (await JsonAsync(ketua, "/api/v1/findings?kab=12&status=closed")).GetProperty("isi");
        Assert.Equal("D10", closed[0].GetProperty("kode").GetString());
        Assert.Equal(["jawab", "usul", "tutup"], closed[0].GetProperty("tindakan").EnumerateArray().Select(a => a.GetProperty("tindakan").GetString()));
        Assert.Equal(3, await app.Store.ReadAsync(db => db.Audit.CountAsync(a => a.Act.StartsWith("finding."), Stop), Stop));
    }

    [Fact]
    public async Task A_finding_is_named_in_an_act_as_the_list_names_it()
    {
        await using var app = await StartAsync();
        using var verifier = await app.CallerAsync(Role.Verifikator);
        var told = (await JsonAsync(verifier, "/api/v1/findings?kode=D10")).GetProperty("isi")[0];
        Task<HttpResponseMessage> Post(string kab, string ruang) => verifier.PostAsJsonAsync(
            "/api/v1/findings/acts",
            new
            {
                kode = told.Text("kode"), kdKab = kab, lokasi = told.Text("lokasi"), ruang, nomorPeserta = told.Text("nomorPeserta"),
                subjek = told.Text("subjek"), tindakan = "usul", teks = "BA kehilangan 7",
            },
            Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Post("", told.Text("ruang"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Post(told.Text("kdKab"), "12-001-001")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Post("99", told.Text("ruang"))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Post(told.Text("kdKab"), told.Text("ruang"))).StatusCode);
        told = (await JsonAsync(verifier, "/api/v1/findings?kode=D10")).GetProperty("isi")[0];
        Assert.Equal("BA kehilangan 7", Assert.Single(told.GetProperty("tindakan").EnumerateArray()).Text("teks"));
    }

    [Fact]
    public async Task What_only_people_see_is_recorded_and_listed()
    {
        await using var app = await StartAsync();
        using var pengawas = await app.CallerAsync(Role.Pengawas, "12-001-001");
        var seal = new { kode = "D19", ruang = "12-001-001", tindakan = "jawab", teks = "Segel robek saat diterima" };
        Assert.Equal(HttpStatusCode.NoContent, (await pengawas.PostAsJsonAsync("/api/v1/findings/acts", seal, Stop)).StatusCode);
        var listed = (await JsonAsync(pengawas, "/api/v1/findings?kode=D19")).GetProperty("isi")[0];
        Assert.Equal(("terbuka", "Segel robek saat diterima"), (listed.GetProperty("status").GetString(), listed.GetProperty("uraian").GetString()));
    }

    [Fact]
    public async Task A_bubbled_name_that_is_anothers_is_told_and_waits_for_nobody()
    {
        await using var app = await OmrApp.StartAsync();
        var desk = new Desk(app);
        await desk.ParticipantAsync("1001", "12-001-001");
        await desk.ParticipantAsync("1002", "12-001-001");
        await desk.SheetAsync("1001", "A A", name: "PESERTA_____________");
        await desk.SheetAsync("1002", "A A", name: "BUDI_SANTOSO________");
        using var verifier = await app.CallerAsync(Role.Verifikator);
        await verifier.GetAsync("/api/v1/review", Stop); // everything stored is known now
        var told = Assert.Single((await JsonAsync(verifier, "/api/v1/findings?kode=D18")).GetProperty("isi").EnumerateArray());
        Assert.Equal(("1002", "info", false), (told.Text("nomorPeserta"), told.Text("status"), told.GetProperty("menahanRilis").GetBoolean()));
        Assert.StartsWith("Nama pada LJK BUDI SANTOSO, pada daftar peserta Peserta 1002.", told.Text("uraian"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_is_there_again_after_a_restart()
    {
        using var folder = new TempFolder();
        await using (var first = await OmrApp.StartAsync(folder))
        {
            await first.Store.WriteAsync(Fill, Stop);
        }

        await using var again = await OmrApp.StartAsync(folder);
        var live = again.Services.GetRequiredService<LiveProvince>();
        Assert.Equal(Service.Scoring.ScoreStatus.MK, live.Status("1001"));
        Assert.Equal(1, live.Room(Pile.RoomA).Counts.Report.Present);
        var sheet = live.Room(Pile.RoomA).Judgement.Envelope.Kept.Single();
        Assert.Equal(("1001", "12-001-001/a.jpg", "B"), (sheet.Number.Text, sheet.Id.File, sheet.Answers[1].Value));
    }

    private static async Task Fill(OmrDatabase db)
    {
        var import = new ImportRow { Kind = "roster", FileName = "r.csv", Sha256 = "", By = "x", At = default, Added = 1, Changed = 0, Removed = 0 };
        var file = new FileRow { Sha256 = new string('a', 64), Bytes = 1, ReceivedAt = default };
        db.AddRange(import, file);
        await db.SaveChangesAsync(Stop);
        var page = new PageRow
        {
            FileId = file.Id, Page = 1, At = default, Engine = "t", Form = "ljk/1", Paper = "ljk/1/1", Picture = "AB", NumberState = "Unclear",
            Number = "10?1", Subject = "180", Package = "01", Birth = "______", Answers = "A,?A|B,A,A,A",
        };
        var participant = new ParticipantRow
        {
            ImportId = import.Id, Number = "1001", Name = "Siti", BirthDate = new(1975, 7, 1), Kab = "12", Lokasi = "001", Ruang = "001", Seat = "1",
            Subject = "180", Package = "", IsRemoved = false,
        };
        var report = new RoomReportRow
        {
            Kab = "12", Lokasi = "001", Ruang = "001", By = "x", At = default, Registered = 1, Present = 1, Absent = 0, SheetsReceived = null,
            SheetsCollected = null, SparesUsed = null, Damaged = null, Unused = null, Seal = "", Note = "",
        };
        db.AddRange(
            page, participant, report,
            new AttendanceRow { ImportId = import.Id, Number = "1001", IsPresent = true, Incident = "None" },
            new ArrivalRow { FileId = file.Id, Name = "12-001-001/a.jpg", Room = "12-001-001", Modified = default, At = default, IsDuplicate = false });
        await db.SaveChangesAsync(Stop);
        foreach (var (field, item, value) in new[] { ("identity", 0, "1001"), ("jawaban", 2, "B"), ("paket", 0, "02") })
        {
            var correction = new CorrectionRow { PageId = page.Id, Field = field, Item = item, Old = "", New = value, Reason = "", By = "a", At = default };
            db.Add(correction);
            await db.SaveChangesAsync(Stop);
            db.Add(new CorrectionDecisionRow { CorrectionId = correction.Id, IsAccepted = field != "paket", Note = "", By = "b", At = default });
        }
    }

    // A room of three with a lost sheet, and one of one of which nothing has come.
    [Fact]
    public async Task What_a_doubt_does_to_a_score_is_told_to_those_alone_who_may_see_scores()
    {
        await using var app = await OmrApp.StartAsync();
        var pile = new Pile().Room(Pile.RoomA, 1001, 1).Sheet("1001", "A ?B A A A", folder: Pile.RoomA);
        var live = app.Services.GetRequiredService<LiveProvince>();
        live.Replace(pile.Exam.Roster);
        live.Set(pile.Exam.Key);
        live.Set(pile.Exam.Attendance);
        live.Add(pile.Arrivals());
        foreach (var (role, mayKnow) in ((Role, bool)[])[(Role.Operator, false), (Role.Verifikator, false), (Role.Pengawas, false), (Role.Ketua, true), (Role.Auditor, true)])
        {
            using var caller = await app.CallerAsync(role);
            var told = (await JsonAsync(caller, "/api/v1/findings")).GetProperty("isi").EnumerateArray()
                .Single(f => f.GetProperty("kode").GetString() == "D16").GetProperty("uraian").GetString()!;
            Assert.Contains("1 jawaban ragu (butir 2)", told, StringComparison.Ordinal);
            Assert.Equal((role, mayKnow), (role, told.Contains("Nilai", StringComparison.Ordinal)));
        }
    }

    private static async Task<OmrApp> StartAsync()
    {
        var app = await OmrApp.StartAsync();
        var pile = new Pile().Room(Pile.RoomA, 1001, 3).Room(Pile.RoomB, 2001, 1).Sheet("1001", folder: Pile.RoomA).Sheet("1002", folder: Pile.RoomA);
        var live = app.Services.GetRequiredService<LiveProvince>();
        live.Replace(pile.Exam.Roster);
        live.Set(pile.Exam.Key);
        live.Set(pile.Exam.Attendance);
        live.Add(pile.Arrivals());
        return app;
    }

    private static async Task<JsonElement> JsonAsync(HttpClient who, string path) =>
        await who.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative), Stop);
}
