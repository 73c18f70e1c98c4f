using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Omr.Service.Access;
using Omr.Service.Scoring;

namespace Omr.Service.Tests.Publication;

public class ScoreTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_score_has_the_columns_of_the_score_file()
    {
        await using var app = await new Standing().With("1001", "12-001-003", ScoreStatus.DN, 65.8m).ServeAsync();
        using var admin = await app.CallerAsync(Role.Admin);
        await Standing.RunAsync(admin);

        Assert.Equal(
            """{"nomorPeserta":"1001","nama":"Peserta \"1001\"","kdKab":"12","lokasi":"001","ruang":"003","kdMapel":"180","paket":"01","benar":60,"salah":30,"kosong":7,"ganda":3,"pedagogik":55.50,"profesional":70.25,"nilai":65.80,"status":"DN","run":1}""",
            await admin.GetStringAsync(Standing.Url("1001"), Stop));
        var list = await admin.GetFromJsonAsync<JsonElement>("/api/v1/scores", Stop);
        Assert.Equal(65.80m, list.GetProperty("isi")[0].GetProperty("nilai").GetDecimal());
    }

    [Fact]
    public async Task What_is_not_released_or_lies_outside_of_the_region_is_not_there()
    {
        await using var app = await new Standing()
            .With("1001", "12-001-001", ScoreStatus.DN, 80m).With("1002", "13-001-001", ScoreStatus.DN, 81m).ServeAsync();
        using var admin = await app.CallerAsync(Role.Admin);
        using var ketua = await app.CallerAsync(Role.Ketua);
        using var auditor13 = await app.CallerAsync(Role.Auditor, "13");
        using var korkab12 = await app.CallerAsync(Role.Korkab, "12");
        using var korkab13 = await app.CallerAsync(Role.Korkab, "13");
        using var system = await app.CallerAsync(Role.Sistem);
        using var verifier = await app.CallerAsync(Role.Verifikator);
        using var anybody = app.Anybody();

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(admin, "1001"));
        var run = await Standing.RunAsync(admin);
        await Standing.ReleaseAsync(ketua, run, "12");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(admin, "1002"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(auditor13, "1002"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(auditor13, "1001"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(korkab12, "1001"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(system, "1001"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(verifier, "1001"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(anybody, "1001"));

        // Not released, outside of the region and unknown look alike.
        foreach (var (caller, number) in ((HttpClient, string)[])[(korkab13, "1002"), (korkab13, "1001"), (system, "1002"), (system, "9999")])
        {
            var answer = await caller.GetAsync(Standing.Url(number), Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Null(answer.Headers.ETag);
            Assert.Contains($"Nilai peserta {number} tidak ada, atau di luar wilayah", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }

        Assert.Equal(["1001"], await NumbersAsync(system, ""));
        Assert.Empty(await NumbersAsync(korkab13, ""));
        Assert.Empty(await NumbersAsync(korkab13, "kab=12"));
        Assert.Equal(["1002"], await NumbersAsync(auditor13, ""));
    }

    [Theory]
    [InlineData(ScoreStatus.DT)]
    [InlineData(ScoreStatus.BT)]
    [InlineData(ScoreStatus.RV)]
    [InlineData(ScoreStatus.TB)]
    [InlineData(ScoreStatus.LH)]
    [InlineData(ScoreStatus.TH)]
    public async Task Who_was_not_scored_shows_a_status_and_no_number_even_if_one_is_stored(ScoreStatus status)
    {
        await using var app = await new Standing().With("1001", "12-001-001", status, 91.23m).ServeAsync();
        using var admin = await app.CallerAsync(Role.Admin);
        using var ketua = await app.CallerAsync(Role.Ketua);
        using var system = await app.CallerAsync(Role.Sistem);
        await Standing.ReleaseAsync(ketua, await Standing.RunAsync(admin), "12");

        foreach (var json in (string[])[await system.GetStringAsync(Standing.Url("1001"), Stop), await admin.GetStringAsync("/api/v1/scores", Stop)])
        {
            Assert.Contains($"\"nilai\":null,\"status\":\"{status}\"", json, StringComparison.Ordinal);
            Assert.Contains("\"benar\":null,\"salah\":null,\"kosong\":null,\"ganda\":null,\"pedagogik\":null,\"profesional\":null", json, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_tag_stays_as_long_as_the_score_does()
    {
        var standing = new Standing().With("1001", "12-001-001", ScoreStatus.DN, 80m).With("1002", "12-001-001", ScoreStatus.DN, 70m);
        await using var app = await standing.ServeAsync();
        using var admin = await app.CallerAsync(Role.Admin);
        using var ketua = await app.CallerAsync(Role.Ketua);
        using var system = await app.CallerAsync(Role.Sistem);
        var first = await Standing.RunAsync(admin);
        await Standing.ReleaseAsync(ketua, first, "12");

        var tag = (await system.GetAsync(Standing.Url("1001"), Stop)).Headers.ETag!;
        Assert.False(tag.IsWeak);
        Assert.NotEqual(tag, (await system.GetAsync(Standing.Url("1002"), Stop)).Headers.ETag);
        var unchanged = await AskAsync(system, $"\"x\", {tag}");
        Assert.Equal((HttpStatusCode.NotModified, tag, 0L), (unchanged.StatusCode, unchanged.Headers.ETag, unchanged.Content.Headers.ContentLength ?? 0));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(system, "\"x\"")).StatusCode);

        // A new run alone changes nothing for who sees what is released.
        standing.With("1001", "12-001-001", ScoreStatus.DN, 82m);
        var second = await Standing.RunAsync(admin);
        Assert.Equal(HttpStatusCode.NotModified, (await AskAsync(system, tag.ToString())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await system.GetAsync($"{Standing.Url("1001")}?run={second}", Stop)).StatusCode);
        Assert.Contains("\"nilai\":82.00", await admin.GetStringAsync(Standing.Url("1001"), Stop), StringComparison.Ordinal);
        Assert.Contains("\"nilai\":80.00", await admin.GetStringAsync($"{Standing.Url("1001")}?run={first}", Stop), StringComparison.Ordinal);

        await Standing.ReleaseAsync(ketua, second, "12");
        var changed = await AskAsync(system, tag.ToString());
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Contains("\"nilai\":82.00", await changed.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_are_filtered_and_paged_in_the_order_of_numbers()
    {
        var standing = new Standing();
        for (var n = 0; n < 25; n++)
        {
            standing.With(
                string.Create(CultureInfo.InvariantCulture, $"{1000 + n}"), $"12-001-00{n % 2}", n % 5 == 0 ? ScoreStatus.TH : ScoreStatus.DN,
                n % 5 == 0 ? null : 50 + n, n < 10 ? "180" : "220");
        }

        await using var app = await standing.ServeAsync();
        using var admin = await app.CallerAsync(Role.Admin);
        await Standing.RunAsync(admin);

        Assert.Equal(25, (await NumbersAsync(admin, "limit=7")).Count);
        Assert.Equal(13, (await NumbersAsync(admin, "limit=4&kab=12&lokasi=001&ruang=000")).Count);
        Assert.Equal(["1000", "1005"], await NumbersAsync(admin, "limit=1&mapel=180&status=TH"));
        Assert.Empty(await NumbersAsync(admin, "kab=13"));
        Assert.Empty(await NumbersAsync(admin, "run=9"));
    }

    [Fact]
    public async Task Released_scores_are_there_after_a_restart()
    {
        using var folder = new TempFolder();
        await using (var app = await new Standing().With("1001", "12-001-001", ScoreStatus.DN, 80m).ServeAsync(folder))
        {
            using var admin = await app.CallerAsync(Role.Admin);
            using var ketua = await app.CallerAsync(Role.Ketua);
            await Standing.ReleaseAsync(ketua, await Standing.RunAsync(admin), "12");
        }

        await using var again = await new Standing().ServeAsync(folder);
        using var system = await again.CallerAsync(Role.Sistem);
        Assert.Contains("\"nilai\":80.00", await system.GetStringAsync(Standing.Url("1001"), Stop), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient caller, string number) =>
        (await caller.GetAsync(Standing.Url(number), Stop)).StatusCode;

    private static async Task<HttpResponseMessage> AskAsync(HttpClient caller, string tags)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, Standing.Url("1001"));
        ask.Headers.TryAddWithoutValidation("If-None-Match", tags);
        return await caller.SendAsync(ask, Stop);
    }

    private static async Task<List<string>> NumbersAsync(HttpClient caller, string query)
    {
        var numbers = new List<string>();
        for (var cursor = ""; cursor is not null;)
        {
            var part = await caller.GetFromJsonAsync<JsonElement>($"/api/v1/scores?{query}&cursor={cursor}", Stop);
            numbers.AddRange(part.GetProperty("isi").EnumerateArray().Select(s => s.GetProperty("nomorPeserta").GetString()!));
            cursor = part.GetProperty("berikutnya").GetString();
        }

        return numbers;
    }
}
