using System.Net;
using System.Text.Json;
using Omr.Service.Access;
using Omr.Service.Tests.Hosting;

namespace Omr.Service.Tests.Api;

/// <summary>What all lists have in common.</summary>
public class ListTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_list_comes_as_isi_and_berikutnya_and_is_not_sent_again_unchanged()
    {
        await using var app = await OmrApp.StartAsync();
        using var auditor = await app.CallerAsync(Role.Auditor);
        foreach (var list in (string[])["roster", "findings", "keys", "batches", "review", "review/proposals", "scoring-runs", "releases", "scores"])
        {
            var path = $"/api/v1/{list}";
            var answer = await auditor.GetAsync(path, Stop);
            var (tag, json) = (answer.Headers.ETag, await Task.FromResult(answer).JsonAsync());
            Assert.Equal(["isi", "berikutnya"], json.EnumerateObject().Select(p => p.Name));
            Assert.Equal(JsonValueKind.Array, json.GetProperty("isi").ValueKind);
            Assert.True(tag is { IsWeak: true }, list);
            using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "If-None-Match", tag.ToString() } } };
            var same = await auditor.SendAsync(again, Stop);
            Assert.Equal((HttpStatusCode.NotModified, tag.ToString(), ""), (same.StatusCode, $"{same.Headers.ETag}", await same.Content.ReadAsStringAsync(Stop)));
        }
    }

    [Fact]
    public async Task A_list_that_changed_is_sent_with_another_tag()
    {
        await using var app = await OmrApp.StartAsync();
        using var admin = await app.CallerAsync(Role.Admin);
        var before = (await admin.GetAsync("/api/v1/roster", Stop)).Headers.ETag!;
        await admin.SendAsync(
            "/api/v1/roster", "nomor_peserta,nama,tgl_lahir,kd_kab,lokasi,ruang,kursi,kd_mapel",
            "15051218020001,Siti Aminah,05-07-1975,12,001,003,01,180").JsonAsync();
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/roster") { Headers = { { "If-None-Match", before.ToString() } } };
        var after = await admin.SendAsync(again, Stop);
        Assert.Single((await Task.FromResult(after).JsonAsync()).GetProperty("isi").EnumerateArray());
        Assert.NotEqual(before, after.Headers.ETag);
    }
}
