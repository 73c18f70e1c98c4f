using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Omr.Service.Access;
using Omr.Service.Publication;
using Omr.Service.Runs;
using Omr.Service.Scoring;
using Omr.Service.Storage;
using Omr.Service.Tests.Api;

namespace Omr.Service.Tests.Publication;

public class ReleaseTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_kab_is_released_only_when_nothing_stands_against_it()
    {
        var standing = new Standing().With("1001", "12-001-001", ScoreStatus.DN, 80m);
        standing.Hindrances["12"] = [new("3 temuan masih terbuka", "3 findings are open"), new("1 halaman ditolak", "1 page was refused")];
        await using var app = await standing.ServeAsync();
        using var admin = await app.CallerAsync(Role.Admin);
        using var ketua = await app.CallerAsync(Role.Ketua);
        using var system = await app.CallerAsync(Role.Sistem);
        var run = await Standing.RunAsync(admin);

        var refused = await Standing.ReleaseAsync(ketua, run, "12");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(
            ["3 temuan masih terbuka", "1 halaman ditolak"], problem.GetProperty("errors").EnumerateArray().Select(e => e.GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await system.GetAsync(Standing.Url("1001"), Stop)).StatusCode);

        standing.Hindrances.Clear();
        Assert.Equal(HttpStatusCode.Created, (await Standing.ReleaseAsync(ketua, run, "12")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await system.GetAsync(Standing.Url("1001"), Stop)).StatusCode);
        var listed = (await system.GetFromJsonAsync<JsonElement>("/api/v1/releases", Stop)).GetProperty("isi")[0];
        Assert.StartsWith("Admin-", listed.GetProperty("pengusul").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("Ketua-", listed.GetProperty("pengesah").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_ketua_of_the_region_releases_and_only_what_the_run_has()
    {
        await using var app = await new Standing().With("1001", "12-001-001", ScoreStatus.DN, 80m).ServeAsync();
        using var admin = await app.CallerAsync(Role.Admin);
        using var ketua = await app.CallerAsync(Role.Ketua);
        using var ketua13 = await app.CallerAsync(Role.Ketua, "13");
        using var korkab13 = await app.CallerAsync(Role.Korkab, "13");
        var run = await Standing.RunAsync(admin);

        Assert.Equal(HttpStatusCode.Forbidden, (await Standing.ReleaseAsync(admin, run, "12")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Standing.ReleaseAsync(ketua13, run, "12")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Standing.ReleaseAsync(ketua, run, "13")).StatusCode);
        Assert.StartsWith("kab belum disebutkan", (await Standing.ReleaseAsync(ketua, run, " ").JsonAsync(422)).Text("detail"), StringComparison.Ordinal);
        Assert.Equal(
            $"Skoring {run + 1} tidak ada, atau di luar wilayah akun ini.",
            (await Standing.ReleaseAsync(ketua, run + 1, "12").JsonAsync(404)).Text("detail"));
        Assert.Equal(HttpStatusCode.Created, (await Standing.ReleaseAsync(ketua, run, "12")).StatusCode);
        Assert.Empty((await korkab13.GetFromJsonAsync<JsonElement>("/api/v1/releases", Stop)).GetProperty("isi").EnumerateArray());
    }

    [Fact]
    public async Task The_same_scores_are_released_once()
    {
        await using var app = await new Standing().With("1001", "12-001-001", ScoreStatus.DN, 80m).ServeAsync();
        using var admin = await app.CallerAsync(Role.Admin);
        using var ketua = await app.CallerAsync(Role.Ketua, name: "ketua");
        var (first, second) = (await Standing.RunAsync(admin), await Standing.RunAsync(admin));
        await Standing.ReleaseAsync(ketua, first, "12").JsonAsync(201);

        Assert.Equal(
            $"Nilai kab 12 dari skoring {first} sudah dirilis oleh ketua.",
            (await Standing.ReleaseAsync(ketua, first, "12").JsonAsync(409)).Text("detail"));
        await Standing.ReleaseAsync(ketua, second, "12").JsonAsync(201); // a later run is another thing,
        await Standing.ReleaseAsync(ketua, first, "12").JsonAsync(201); // and so is going back
    }

    [Fact]
    public async Task Who_started_the_run_may_not_release_it_under_any_role()
    {
        await using var app = await new Standing().With("1001", "12-001-001", ScoreStatus.DN, 80m).ServeAsync();
        var (run, _) = await app.Services.GetRequiredService<ScoringRuns>()
            .StartAsync("skoring", new("ibu ani", Role.Admin, Region.Province), Stop);
        var (row, refused) = await app.Services.GetRequiredService<Releases>()
            .ApproveAsync((RunRow)run!, "12", "", new("Ibu Ani", Role.Ketua, Region.Province), Stop);
        Assert.Null(row);
        Assert.Equal(403, refused!.Status);
    }
}
