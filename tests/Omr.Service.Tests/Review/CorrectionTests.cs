using System.Net;
using Omr.Service.Access;
using Omr.Service.Tests.Hosting;
using Omr.Service.Tests.Sheets;
using static Omr.Service.Tests.Review.ReviewDesk;

namespace Omr.Service.Tests.Review;

/// <summary>Two people correct a sheet, and add nothing that is not on the paper.</summary>
public class CorrectionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

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
    public async Task A_sheet_whose_number_is_certain_is_moved_by_the_ketua_alone_for_a_reason_of_a_known_kind()
    {
        const string Other = "15050100000002";
        await using var app = await OmrApp.StartAsync();
        var sheet = await new Desk(app).SheetAsync("15050100000001", "A A", isPrinted: true);
        using var one = await app.CallerAsync(Role.Verifikator);
        using var other = await app.CallerAsync(Role.Verifikator);
        using var ketua = await app.CallerAsync(Role.Ketua);
        foreach (var reason in (string[])["daftar hadir", "TULIS", "TULIS: ", "SALAH: daftar hadir baris 2"])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(one, sheet, "identity", 0, Other, reason)).StatusCode);

        var first = await ProposeAsync(one, sheet, "identity", 0, Other, "TUKAR: daftar hadir baris 1 dan 2, BA ruang");
        Assert.Equal(HttpStatusCode.Forbidden, await DecideAsync(other, first, true, "cocok"));
        Assert.True(Assert.Single(await ListAsync(other, "status=Menunggu")).GetProperty("perluKetua").GetBoolean());
        Assert.Equal(HttpStatusCode.NoContent, await DecideAsync(other, first, false, "tanda tangan tidak cocok"));

        var second = await ProposeAsync(one, sheet, "identity", 0, Other, "TULIS: nomor tulisan tangan ...02");
        Assert.Equal(HttpStatusCode.NoContent, await DecideAsync(ketua, second, true, ""));
        var answers = await ProposeAsync(one, sheet, "jawaban", 1, "", "bekas hapusan");
        Assert.Equal(HttpStatusCode.NoContent, await DecideAsync(other, answers, true, ""));
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
}
