using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Omr.Service.Access;
using Omr.Service.Scoring;
using Omr.Service.Tests.Publication;

namespace Omr.Service.Tests.Runs;

public class RunTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_keeps_how_everybody_stood_and_later_runs_never_touch_it()
    {
        var standing = new Standing().With("1002", "12-001-001", ScoreStatus.DN, 80m).With("1001", "12-001-001", ScoreStatus.RV);
        await using var app = await standing.ServeAsync();
        using var admin = await app.CallerAsync(Role.Admin);

        var first = await Standing.RunAsync(admin);
        var run = await admin.GetFromJsonAsync<JsonElement>($"/api/v1/scoring-runs/{first}", Stop);
        Assert.Equal(
            ("180:1", 7, 3, "0.30/0.70", 2),
            (Text(run, "versiKunci"), run.GetProperty("lembarTerakhir").GetInt32(), run.GetProperty("keputusanTerakhir").GetInt32(),
                Text(run, "bobot"), run.GetProperty("peserta").GetInt32()));
        var same = await Standing.RunAsync(admin);
        standing.With("1001", "12-001-001", ScoreStatus.DN, 75m);
        var third = await Standing.RunAsync(admin);

        var runs = (await admin.GetFromJsonAsync<JsonElement>("/api/v1/scoring-runs", Stop)).GetProperty("isi").EnumerateArray().ToList();
        Assert.Equal([third, same, first], runs.Select(r => r.GetProperty("id").GetInt64()));
        Assert.Equal(Text(runs[1], "sidik"), Text(runs[2], "sidik"));
        Assert.NotEqual(Text(runs[0], "sidik"), Text(runs[1], "sidik"));
        Assert.Equal(64, Text(run, "sidik").Length);
        Assert.Equal(run.ToString(), (await admin.GetFromJsonAsync<JsonElement>($"/api/v1/scoring-runs/{first}", Stop)).ToString());
        Assert.Equal("RV", Text(await admin.GetFromJsonAsync<JsonElement>($"/api/v1/scores/1001?run={first}", Stop), "status"));

        var part = await admin.GetFromJsonAsync<JsonElement>("/api/v1/scoring-runs?limit=2", Stop);
        var rest = await admin.GetFromJsonAsync<JsonElement>($"/api/v1/scoring-runs?limit=2&cursor={Text(part, "berikutnya")}", Stop);
        Assert.Equal(first, Assert.Single(rest.GetProperty("isi").EnumerateArray()).GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task Changes_tell_who_had_what_and_has_what_now()
    {
        var standing = new Standing()
            .With("1001", "12-001-001", ScoreStatus.DN, 80m).With("1002", "12-001-001", ScoreStatus.RV)
            .With("1003", "13-001-001", ScoreStatus.DN, 70m).With("1004", "12-001-001", ScoreStatus.DN, 60.50m);
        await using var app = await standing.ServeAsync();
        using var admin = await app.CallerAsync(Role.Admin);
        using var auditor12 = await app.CallerAsync(Role.Auditor, "12");
        using var korkab = await app.CallerAsync(Role.Korkab, "12");
        var from = await Standing.RunAsync(admin);
        standing.With("1002", "12-001-001", ScoreStatus.DN, 65.25m).With("1003", "13-001-001", ScoreStatus.DN, 71m)
            .With("1004", "12-001-001", ScoreStatus.DN, 60.5m).With("1005", "12-001-002", ScoreStatus.TH).Without("1001");
        var to = await Standing.RunAsync(admin);

        var changes = new List<string>();
        for (var cursor = ""; cursor is not null;)
        {
            var part = await admin.GetFromJsonAsync<JsonElement>(
                $"/api/v1/scoring-runs/{to}/changes?from={from}&limit=1&cursor={cursor}", Stop);
            changes.AddRange(part.GetProperty("isi").EnumerateArray().Select(c =>
                $"{c.GetProperty("nomorPeserta")} {c.GetProperty("statusLama")} {c.GetProperty("nilaiLama")} > {c.GetProperty("statusBaru")} {c.GetProperty("nilaiBaru")}"));
            cursor = part.GetProperty("berikutnya").GetString();
        }

        Assert.Equal(["1001 DN 80.0 >  ", "1002 RV  > DN 65.25", "1003 DN 70.0 > DN 71.0", "1005   > TH "], changes);
        var mine = await auditor12.GetFromJsonAsync<JsonElement>($"/api/v1/scoring-runs/{to}/changes?from={from}", Stop);
        Assert.DoesNotContain("1003", mine.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await korkab.GetAsync($"/api/v1/scoring-runs/{to}/changes?from={from}", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/api/v1/scoring-runs/{to}/changes?from=99", Stop)).StatusCode);
    }

    [Fact]
    public async Task A_run_is_started_by_an_admin_of_the_province_with_a_reason_and_something_to_score()
    {
        await using var app = await new Standing().ServeAsync();
        using var admin = await app.CallerAsync(Role.Admin);
        using var admin12 = await app.CallerAsync(Role.Admin, "12");
        using var ketua = await app.CallerAsync(Role.Ketua);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StartAsync(admin, " "));
        Assert.Equal(HttpStatusCode.Conflict, await StartAsync(admin, "skoring"));
        Assert.Equal(HttpStatusCode.NotFound, await StartAsync(admin12, "skoring"));
        Assert.Equal(HttpStatusCode.Forbidden, await StartAsync(ketua, "skoring"));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/api/v1/scoring-runs/1", Stop)).StatusCode);
    }

    private static async Task<HttpStatusCode> StartAsync(HttpClient caller, string why) =>
        (await caller.PostAsJsonAsync("/api/v1/scoring-runs", new { alasan = why }, Stop)).StatusCode;

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
