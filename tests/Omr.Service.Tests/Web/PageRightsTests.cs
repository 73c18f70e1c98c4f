using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Omr.Service.Access;
using Omr.Service.Tests.Hosting;

namespace Omr.Service.Tests.Web;

/// <summary>Every page, asked by every role: who may see what stands here a second time, from DOMAIN.md section 6.</summary>
public class PageRightsTests
{
    private const string Desk = "Admin Ketua Pemberkasan Operator Verifikator Auditor";
    private const string Field = "Ketua Pemberkasan Verifikator Korkab Korlok Pengawas";
    private const string Counts = "Admin Ketua Pemberkasan Operator Verifikator Korkab Korlok Pengawas Auditor";
    private const string Runs = "Admin Ketua Auditor";
    private const string Released = "Admin Ketua Korkab Auditor Sistem";

    // By the whole path, by the first two words of it, or by the first: whichever stands here.
    private static readonly Dictionary<string, string> May = new(StringComparer.Ordinal)
    {
        ["pindai"] = Desk,
        ["lembar"] = Desk,
        ["/lembar/{id:long}/entri"] = "Operator Verifikator",
        ["perangkat"] = Desk,
        ["verifikasi"] = "Admin Ketua Operator Verifikator Auditor",
        ["hitung"] = Field,
        ["daftar"] = Counts,
        ["rekonsiliasi"] = Counts,
        ["kunci"] = "Admin Ketua PemegangKunci Auditor",
        ["skoring"] = Runs,
        ["hasil"] = Released,
        ["hasil/butir"] = Runs,
        ["pengguna"] = Runs,
        ["pengaturan"] = Runs,
        ["jejak"] = "Auditor",
    };

    // For everybody, and about nobody but whoever looks.
    private static readonly string[] Open = ["/", "/masuk", "/mulai", "/saya", "/sw.js"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_lets_in_the_roles_of_the_rules_and_leads_strangers_to_the_sign_in()
    {
        await using var app = await OmrApp.StartAsync();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var stranger = new HttpClient(handler) { BaseAddress = app.Address };
        stranger.DefaultRequestHeaders.Accept.Add(new("text/html"));
        var pages = PagesOf(app);
        Assert.All(May.Keys, k => Assert.Contains(pages, p => KeyOf(p) == k));
        foreach (var page in pages)
        {
            using var led = await stranger.GetAsync(At(page), Stop);
            Assert.Equal((page, HttpStatusCode.SeeOther), (page, led.StatusCode));
            Assert.StartsWith("/masuk?lanjut=", led.Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        foreach (var role in Enum.GetValues<Role>())
        {
            using var caller = await app.CallerAsync(role);
            caller.DefaultRequestHeaders.Accept.Add(new("text/html"));
            foreach (var page in pages)
            {
                using var answer = await caller.GetAsync(At(page), Stop);
                Assert.Equal((role, page, May[KeyOf(page)].Split(' ').Contains(role.ToString())), (role, page, answer.StatusCode != HttpStatusCode.Forbidden));
                Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{role} {page}: {answer.StatusCode}");
                Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
            }
        }
    }

    private static List<string> PagesOf(OmrApp app) =>
    [
        .. app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(r => !r.StartsWith("/api", StringComparison.Ordinal) && !r.StartsWith("/openapi", StringComparison.Ordinal) && !r.StartsWith("/aset", StringComparison.Ordinal))
            .Except(Open),
    ];

    private static string KeyOf(string page)
    {
        var words = page.TrimStart('/').Split('/');
        return May.ContainsKey(page) ? page : words.Length > 1 && May.ContainsKey($"{words[0]}/{words[1]}") ? $"{words[0]}/{words[1]}" : words[0];
    }

    // Numbers where numbers are wanted; nothing is there, which a page tells as well.
    private static Uri At(string page) => new(string.Join('/', page.Split('/').Select(w => w.StartsWith('{') ? "1" : w)), UriKind.Relative);
}
