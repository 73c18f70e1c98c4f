using Microsoft.Extensions.DependencyInjection;
using Omr.Service.Access;
using Omr.Service.ItemAnalysis;
using Omr.Service.Storage;
using Omr.Service.Tests.Api;
using Omr.Service.Tests.Hosting;
using Omr.Service.Tests.Publication;
using Omr.Service.Tests.Review;
using Omr.Service.Tests.Sheets;

namespace Omr.Service.Tests.ItemAnalysis;

/// <summary>The analysis of a run is that of the sheets, corrections and keys that the run had, whatever came later.</summary>
public class ItemAnalysesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_is_analysed_as_it_was_scored_and_stays_so()
    {
        await using var app = await OmrApp.StartAsync();
        var desk = new Desk(app);
        foreach (var number in (string[])["1001", "1002", "15050100001003", "1004"])
            await desk.ParticipantAsync(number, "12-001-001");
        await PresentAsync(app, "1001", "1002", "15050100001003", "1004");
        await desk.SheetAsync("1001", "A A A");
        var corrected = await desk.SheetAsync("1002", "A ?A|B A");
        var unclear = await desk.SheetAsync("1505010000100?", "B A A");
        var doubtful = await desk.SheetAsync("1004", "? A A");
        await SealAsync(app, "180,01,1,A,P,", "180,01,2,A,F,", "180,01,3,A,F,");
        await CorrectAsync(app, corrected, "jawaban", 2, "B");
        await CorrectAsync(app, unclear, "identity", 0, "15050100001003");
        using var admin = await app.CallerAsync(Role.Admin);
        var run = await Standing.RunAsync(admin);
        var analyses = app.Services.GetRequiredService<ItemAnalyses>();

        // What comes later belongs to the next run: the doubt of 1004 resolved, a key with item 2 annulled, another sheet of 1001.
        await CorrectAsync(app, doubtful, "jawaban", 1, "C");
        await SealAsync(app, "180,01,1,A,P,", "180,01,2,,F,ANULIR", "180,01,3,A,F,");
        await desk.SheetAsync("1001", "B B A");
        var next = await Standing.RunAsync(admin);

        Assert.Equal([new AnalysedPackage("180", "01", 3)], await analyses.PackagesAsync(run, Stop));
        var found = (await analyses.OfAsync(run, "180", "01", Stop))!;
        Assert.Empty(found.LeftOut);
        Assert.Equal((3, 7 / 3.0), (found.Analysis.Participants, found.Analysis.Mean));
        Assert.Equal([2 / 3.0, 2 / 3.0, 1], found.Analysis.Items.Select(i => i.Difficulty));
        Assert.Same(found, await analyses.OfAsync(run, "180", "01", Stop));

        var after = (await analyses.OfAsync(next, "180", "01", Stop))!;
        Assert.Equal([new AnalysedPackage("180", "01", 3)], await analyses.PackagesAsync(next, Stop));
        Assert.Empty(after.LeftOut);
        Assert.Equal([1, 3], after.Analysis.Items.Select(i => i.Item.Number));
        Assert.Equal(4 / 3.0, after.Analysis.Mean); // 1001 has two sheets and is held
        Assert.Null(await analyses.OfAsync(run, "180", "02", Stop));
        Assert.Null(await analyses.OfAsync(next + 1, "180", "01", Stop));
        Assert.Empty(await analyses.PackagesAsync(next + 1, Stop));
    }

    [Fact]
    public async Task Somebody_whose_score_does_not_come_out_again_is_named_and_left_out()
    {
        await using var app = await OmrApp.StartAsync();
        await new Desk(app).ParticipantAsync("1001", "12-001-001");
        await PresentAsync(app, "1001");
        await new Desk(app).SheetAsync("1001", "A A");
        await SealAsync(app, "180,01,1,A,P,", "180,01,2,A,F,");
        using var admin = await app.CallerAsync(Role.Admin);
        var run = await Standing.RunAsync(admin);
        await app.Store.WriteAsync(
            db =>
            {
                db.Scores.Add(new()
                {
                    RunId = run, Number = "1002", Name = "Hantu", Kab = "12", Lokasi = "001", Ruang = "001", Subject = "180", Package = "01",
                    Status = "DN", Right = 2, Wrong = 0, Blank = 0, Multiple = 0, Pedagogy = 100, Professional = 100, Value = 100,
                });
                return Task.CompletedTask;
            },
            Stop);
        var found = (await app.Services.GetRequiredService<ItemAnalyses>().OfAsync(run, "180", "01", Stop))!;
        Assert.Equal(["1002"], found.LeftOut);
        Assert.Equal(1, found.Analysis.Participants);
    }

    private static Task PresentAsync(OmrApp app, params string[] numbers) => app.Store.WriteAsync(
        async db =>
        {
            var import = new ImportRow
            {
                Kind = "attendance", FileName = "h.csv", Sha256 = "", By = "x", At = default, Added = numbers.Length, Changed = 0, Removed = 0,
            };
            db.Imports.Add(import);
            await db.SaveChangesAsync(Stop);
            db.AddRange(numbers.Select(n => new AttendanceRow { ImportId = import.Id, Number = n, IsPresent = true, Incident = "None" }));
        },
        Stop);

    private static async Task SealAsync(OmrApp app, params string[] items)
    {
        string[] lines = ["kd_mapel,paket,butir,kunci,ranah,kebijakan", .. items];
        foreach (var name in (string[])["kunci-1", "kunci-2"])
        {
            using var custodian = await app.CallerAsync(Role.PemegangKunci, name: $"{name}-{Guid.NewGuid():N}");
            await custodian.SendAsync("/api/v1/keys/180/entries?reason=ralat", lines).JsonAsync();
        }

        using var chair = await app.CallerAsync(Role.Ketua);
        await chair.PostAsync("/api/v1/keys/180/seal?reason=ralat", null, Stop).JsonAsync();
    }

    private static async Task CorrectAsync(OmrApp app, long page, string field, int item, string value)
    {
        using var one = await app.CallerAsync(Role.Verifikator);
        using var other = await app.CallerAsync(Role.Verifikator);
        var proposal = await ReviewDesk.ProposeAsync(one, page, field, item, value, "dilihat di kertas");
        Assert.Equal(System.Net.HttpStatusCode.NoContent, await ReviewDesk.DecideAsync(other, proposal, true, ""));
    }
}
