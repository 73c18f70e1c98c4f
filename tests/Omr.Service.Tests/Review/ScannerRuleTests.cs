using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Omr.Service.Access;
using Omr.Service.Sheets;
using Omr.Service.Tests.Cli;
using Omr.Service.Tests.Hosting;
using Omr.Service.Tests.Sheets;
using static Omr.Service.Tests.Review.ReviewDesk;

namespace Omr.Service.Tests.Review;

/// <summary>Who scanned a batch is known, and may not confirm its corrections.</summary>
public class ScannerRuleTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

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
}
