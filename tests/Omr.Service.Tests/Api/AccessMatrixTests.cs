using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Omr.Service.Access;
using Omr.Service.Tests.Hosting;
using Omr.Service.Tests.Sheets;

namespace Omr.Service.Tests.Api;

/// <summary>
/// Every route of the OpenAPI document, asked by every role, from inside and outside of its region. Who may do what stands
/// here a second time, taken from DOMAIN.md section 6 and not from the program: a route that isn't here fails.
/// </summary>
public class AccessMatrixTests
{
    private const string Desk = "Admin Ketua Pemberkasan Operator Verifikator Auditor";
    private const string Field = "Ketua Pemberkasan Verifikator Korkab Korlok Pengawas";
    private const string Counts = "Admin Ketua Pemberkasan Operator Verifikator Korkab Korlok Pengawas Auditor";
    private const string Reviewers = "Admin Ketua Operator Verifikator Auditor";
    private const string Released = "Admin Ketua Korkab Auditor Sistem";
    private const string Runs = "Admin Ketua Auditor";
    private const string Oneself = "oneself";
    private const string Everybody = "everybody";

    private const string Foreigner = "02001001000017";
    private const string ForeignRoom = "02-001-001";

    private static readonly Dictionary<string, string> May = new(StringComparer.Ordinal)
    {
        ["POST /api/v1/setup"] = Everybody,
        ["POST /api/v1/session"] = Everybody,
        ["GET /api/v1/session"] = Oneself,
        ["DELETE /api/v1/session"] = Everybody,
        ["GET /api/v1/session/all"] = Oneself,
        ["POST /api/v1/session/end-others"] = Oneself,
        ["PUT /api/v1/session/password"] = Oneself,
        ["POST /api/v1/session/second-factor"] = Oneself,
        ["PUT /api/v1/session/second-factor"] = Oneself,
        ["GET /api/v1/accounts"] = Runs,
        ["POST /api/v1/accounts"] = "Admin",
        ["POST /api/v1/accounts/{nama}/approval"] = "Ketua",
        ["POST /api/v1/accounts/{nama}/password"] = "Admin",
        ["DELETE /api/v1/accounts/{nama}/sessions"] = "Admin",
        ["DELETE /api/v1/accounts/{nama}"] = "Admin",
        ["GET /api/v1/audit"] = "Auditor",
        ["GET /api/v1/events"] = Desk,
        ["GET /api/v1/health"] = Desk,
        ["POST /api/v1/roster"] = "Admin",
        ["GET /api/v1/roster"] = Counts,
        ["POST /api/v1/attendance"] = Field,
        ["PUT /api/v1/rooms/{kab}/{lokasi}/{ruang}/report"] = Field,
        ["GET /api/v1/rooms/{kab}/{lokasi}/{ruang}/report"] = Counts,
        ["POST /api/v1/keys/{kdMapel}/entries"] = "PemegangKunci",
        ["POST /api/v1/keys/{kdMapel}/seal"] = "Ketua",
        ["GET /api/v1/keys"] = "Admin Ketua PemegangKunci Auditor",
        ["GET /api/v1/rooms/{kab}/{lokasi}/{ruang}/reconciliation"] = Counts,
        ["GET /api/v1/reconciliation"] = Counts,
        ["GET /api/v1/findings"] = Counts,
        ["POST /api/v1/findings/acts"] = Counts,
        ["GET /api/v1/batches"] = Desk,
        ["POST /api/v1/batches/{ruang}/scanner"] = "Operator",
        ["POST /api/v1/batches/{ruang}/acceptance"] = "Operator",
        ["GET /api/v1/sheets/{id}"] = Desk,
        ["GET /api/v1/sheets/{id}/image"] = Desk,
        ["GET /api/v1/sheets/{id}/crop"] = Desk,
        ["POST /api/v1/releases"] = "Ketua",
        ["GET /api/v1/releases"] = Released,
        ["GET /api/v1/scores/{nomorPeserta}"] = Released,
        ["GET /api/v1/scores"] = Released,
        ["GET /api/v1/review"] = Reviewers,
        ["GET /api/v1/review/proposals"] = Reviewers,
        ["POST /api/v1/review/proposals"] = "Operator Verifikator",
        ["POST /api/v1/review/proposals/{id}/decision"] = "Ketua Verifikator",
        ["POST /api/v1/review/proposals/{id}/second-reading"] = "Ketua Verifikator",
        ["POST /api/v1/review/sheets/{id}/entry"] = "Operator Verifikator",
        ["POST /api/v1/scoring-runs"] = "Admin",
        ["GET /api/v1/scoring-runs"] = Runs,
        ["GET /api/v1/scoring-runs/{id}"] = Runs,
        ["GET /api/v1/scoring-runs/{id}/changes"] = Runs,
    };

    private static readonly Regex AskedFor = new("\"detail\":\"[^\"]* tidak ada, atau di luar wilayah akun ini\\.\"");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_lets_in_the_roles_of_the_rules_and_nobody_else()
    {
        await using var app = await OmrApp.StartAsync();
        using var anybody = app.Anybody();
        var routes = await RoutesAsync(anybody);
        Assert.Equal(May.Keys.Order(), routes.Order());

        foreach (var route in routes.Where(r => May[r] != Everybody))
            Assert.Equal((route, HttpStatusCode.Unauthorized), (route, await AskAsync(anybody, route)));
        foreach (var role in Enum.GetValues<Role>())
        {
            using var caller = await CallerAsync(app, role);
            foreach (var route in routes.Where(r => May[r] is not Everybody and not Oneself))
            {
                var isIn = await AskAsync(caller, route) != HttpStatusCode.Forbidden;
                Assert.Equal((role, route, May[route].Split(' ').Contains(role.ToString())), (role, route, isIn));
            }
        }
    }

    [Theory]
    [InlineData("01")]
    [InlineData("01-001-001")]
    public async Task Nobody_sees_or_changes_anything_of_another_region(string region)
    {
        await using var app = await OmrApp.StartAsync();
        var desk = new Desk(app);
        await desk.ParticipantAsync("01001001000015", "01-001-001");
        await desk.ParticipantAsync(Foreigner, ForeignRoom);
        var sheet = await desk.SheetAsync(Foreigner, "?A B", ForeignRoom);
        using var verifier = await app.CallerAsync(Role.Verifikator);
        var proposed = await verifier.PostAsJsonAsync(
            "/api/v1/review/proposals", new { lembar = sheet, isian = "jawaban", butir = 1, baru = "A", alasan = "" }, Stop);
        Assert.Equal(HttpStatusCode.Created, proposed.StatusCode);
        var routes = (await RoutesAsync(verifier)).Where(r => May[r] is not Everybody and not Oneself && !r.EndsWith("/events", StringComparison.Ordinal)).ToList();

        foreach (var role in Enum.GetValues<Role>())
        {
            using var caller = await CallerAsync(app, role, region);
            foreach (var route in routes)
            {
                using var answer = await SendAsync(caller, route, sheet);
                var told = await answer.Content.ReadAsStringAsync(Stop);
                if (answer.StatusCode == HttpStatusCode.NotFound)
                    told = AskedFor.Replace(told, ""); // in the words of the caller, whether it is there or not
                Assert.False(told.Contains(Foreigner, StringComparison.Ordinal), $"{role} {route}: {told}");
                Assert.False(told.Contains(ForeignRoom, StringComparison.Ordinal), $"{role} {route}: {told}");
                if (!route.StartsWith("GET", StringComparison.Ordinal))
                    Assert.False(answer.IsSuccessStatusCode, $"{role} {route}: {answer.StatusCode}");
                else if (route.Contains('{', StringComparison.Ordinal))
                    Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{role} {route}: {answer.StatusCode} {told}");
            }
        }
    }

    private static Task<HttpClient> CallerAsync(OmrApp app, Role role, string region = "") =>
        role == Role.Admin ? app.PersonAsync(role, region) : app.CallerAsync(role, region);

    private static async Task<List<string>> RoutesAsync(HttpClient client)
    {
        var document = await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Stop);
        return
        [
            .. document.GetProperty("paths").EnumerateObject().SelectMany(
                p => p.Value.EnumerateObject().Select(m => $"{m.Name.ToUpperInvariant()} {p.Name}")),
        ];
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient client, string route)
    {
        using var answer = await SendAsync(client, route, sheet: 1);
        return answer.StatusCode;
    }

    // With what is another kab's in every place, and a body that would be taken.
    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string route, long sheet)
    {
        var path = route[(route.IndexOf(' ', StringComparison.Ordinal) + 1)..]
            .Replace("/batches/{ruang}", $"/batches/{ForeignRoom}", StringComparison.Ordinal)
            .Replace("{kab}", "02", StringComparison.Ordinal).Replace("{lokasi}", "001", StringComparison.Ordinal)
            .Replace("{ruang}", "001", StringComparison.Ordinal).Replace("{id}", $"{sheet}", StringComparison.Ordinal)
            .Replace("{nomorPeserta}", Foreigner, StringComparison.Ordinal).Replace("{kdMapel}", "180", StringComparison.Ordinal)
            .Replace("{nama}", "tidak-ada", StringComparison.Ordinal);
        if (path.EndsWith("/crop", StringComparison.Ordinal))
            path += "?field=jawaban&item=1";
        if (path.EndsWith("/changes", StringComparison.Ordinal))
            path += "?from=1";
        using var request = new HttpRequestMessage(HttpMethod.Parse(route.Split(' ')[0]), new Uri(path, UriKind.Relative));
        request.Content = route switch
        {
            "POST /api/v1/roster" => new StringContent("nomor_peserta,nama\n"),
            "POST /api/v1/attendance" => new StringContent($"nomor_peserta,hadir\n{Foreigner},H\n"),
            "POST /api/v1/keys/{kdMapel}/entries" => new StringContent("kd_mapel\n"),
            "POST /api/v1/review/proposals" => JsonContent.Create(new { lembar = sheet, isian = "jawaban", butir = 1, baru = "B", alasan = "x" }),
            "POST /api/v1/review/proposals/{id}/decision" => JsonContent.Create(new { terima = true, catatan = "x" }),
            "POST /api/v1/findings/acts" => JsonContent.Create(new { kode = "D10", tindakan = "jawab", teks = "x", ruang = ForeignRoom, nomorPeserta = Foreigner }),
            "POST /api/v1/accounts" => JsonContent.Create(new { nama = "baru", orang = "x", peran = "Operator", wilayah = "02" }),
            "POST /api/v1/releases" => JsonContent.Create(new { run = 1, kab = "02", catatan = "x" }),
            "POST /api/v1/scoring-runs" => JsonContent.Create(new { alasan = "x" }),
            "PUT /api/v1/rooms/{kab}/{lokasi}/{ruang}/report" => JsonContent.Create(new { hadir = 1 }),
            _ when request.Method != HttpMethod.Get => JsonContent.Create(new { }),
            _ => null,
        };
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
    }
}
