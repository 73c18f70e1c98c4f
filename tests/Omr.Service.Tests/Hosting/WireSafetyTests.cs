using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Omr.Service.Access;

namespace Omr.Service.Tests.Hosting;

/// <summary>What goes over the wire whatever is asked: headers, methods, hosts, proxies, TLS.</summary>
public sealed class WireSafetyTests : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private OmrApp? _app;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_answer_has_every_header_errors_too_and_is_open_to_no_other_site()
    {
        _app = await OmrApp.StartAsync(_folder);
        using var anybody = _app.Anybody();
        anybody.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");
        using var operatorPindai = await _app.CallerAsync(Role.Operator);
        using var json = JsonContent.Create(new { nama = 1 });
        using var form = new StringContent("nama=siti", MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded"));
        (HttpStatusCode Status, HttpResponseMessage Answer)[] answers =
        [
            (HttpStatusCode.OK, await anybody.GetAsync("/health/live", Stop)),
            (HttpStatusCode.OK, await anybody.GetAsync("/openapi/v1.json", Stop)),
            (HttpStatusCode.OK, await operatorPindai.GetAsync("/api/v1/batches", Stop)),
            (HttpStatusCode.Unauthorized, await anybody.GetAsync("/../etc/passwd", Stop)),
            (HttpStatusCode.Unauthorized, await anybody.GetAsync("/.git/config", Stop)),
            (HttpStatusCode.Forbidden, await operatorPindai.GetAsync("/.git/config", Stop)),
            (HttpStatusCode.NotFound, await operatorPindai.GetAsync("/api/v1/sheets/99", Stop)),
            (HttpStatusCode.Unauthorized, await anybody.GetAsync("/api/v1/scores", Stop)),
            (HttpStatusCode.Forbidden, await operatorPindai.GetAsync("/api/v1/audit", Stop)),
            (HttpStatusCode.Forbidden, await anybody.PostAsync("/api/v1/session", json, Stop)), // from elsewhere
            (HttpStatusCode.UnprocessableEntity, await operatorPindai.PostAsync("/api/v1/session", json, Stop)),
            (HttpStatusCode.UnsupportedMediaType, await operatorPindai.PostAsync("/api/v1/session", form, Stop)),
            (HttpStatusCode.MethodNotAllowed, await operatorPindai.DeleteAsync("/api/v1/roster", Stop)),
        ];
        foreach (var (status, answer) in answers)
        {
            var what = $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri} {answer.StatusCode}";
            Assert.True(status == answer.StatusCode, what);
            string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : $"{what}: no {name}";
            Assert.Equal("nosniff", Header("X-Content-Type-Options"));
            Assert.Equal("no-referrer", Header("Referrer-Policy"));
            Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
            Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
            foreach (var directive in (string[])["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
                Assert.Contains(directive, Header("Content-Security-Policy"), StringComparison.Ordinal);
            if (answer.RequestMessage.RequestUri!.AbsolutePath.StartsWith("/api/", StringComparison.Ordinal) && !answer.Headers.Contains("ETag"))
                Assert.StartsWith("no-store", Header("Cache-Control"), StringComparison.Ordinal);
            Assert.DoesNotContain(answer.Headers, h => h.Key.StartsWith("Access-Control-", StringComparison.Ordinal) || h.Key is "Server" or "X-Powered-By");
            Assert.True(answer.Content.Headers.ContentLength == 0 || answer.Content.Headers.ContentType is not null, what);
        }
    }

    [Fact]
    public async Task Of_what_a_person_sees_nothing_stays_in_the_browser()
    {
        _app = await OmrApp.StartAsync(_folder);
        using var ketua = await _app.PersonAsync(Role.Ketua);
        foreach (var path in (string[])["roster", "scores", "findings", "batches", "session"])
        {
            using var answer = await ketua.GetAsync($"/api/v1/{path}", Stop);
            Assert.Equal((path, HttpStatusCode.OK, "no-store"), (path, answer.StatusCode, answer.Headers.CacheControl!.ToString()));
        }
    }

    [Fact]
    public async Task Who_asks_too_often_waits_whether_let_in_or_not()
    {
        _app = await OmrApp.StartAsync(_folder, b => b.Configuration["Omr:RequestsPerSecond"] = "1");
        using var anybody = _app.Anybody();
        using var caller = await _app.CallerAsync(Role.Sistem);
        foreach (var (client, refusal) in new[] { (anybody, HttpStatusCode.Unauthorized), (caller, HttpStatusCode.OK) })
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => client.GetAsync("/api/v1/scores", Stop)));
            Assert.All(answers, a => Assert.Contains(a.StatusCode, (HttpStatusCode[])[refusal, HttpStatusCode.TooManyRequests]));
            var waits = answers.First(a => a.StatusCode == HttpStatusCode.TooManyRequests);
            Assert.NotNull(waits.Headers.RetryAfter);
        }
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("TRACK")]
    [InlineData("CONNECT-ME")]
    public async Task A_method_that_nobody_needs_is_not_answered(string method)
    {
        _app = await OmrApp.StartAsync(_folder);
        using var anybody = _app.Anybody();
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), new Uri("/api/v1/session", UriKind.Relative));
        request.Headers.Add("X-Echo", "back");
        using var answer = await anybody.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.DoesNotContain("X-Echo", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unexpected_error_tells_the_caller_a_trace_and_nothing_else()
    {
        _app = await OmrApp.StartAsync(_folder);
        using var auditor = await _app.CallerAsync(Role.Auditor);
        await using (var database = new SqliteConnection($"Data Source={_app.Store.Path};Pooling=false"))
        {
            database.Open();
            await using var command = database.CreateCommand();
            command.CommandText = "ALTER TABLE runs RENAME TO elsewhere";
            command.ExecuteNonQuery();
        }

        using var answer = await auditor.GetAsync("/api/v1/scoring-runs", Stop);
        var told = await answer.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("traceId", told, StringComparison.Ordinal);
        foreach (var inner in (string[])["SQLite", "no such table", "runs", "Exception", " at "])
            Assert.DoesNotContain(inner, told, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.0.0.5", false)] // not even this machine may speak for others then
    [InlineData(null, false)]
    public async Task Only_a_named_proxy_says_for_whom_it_asks(string? named, bool isBelieved)
    {
        _app = await OmrApp.StartAsync(_folder, b =>
        {
            if (named is not null)
                b.Configuration["Omr:TrustedProxies:0"] = named;
        });
        using var proxy = _app.Anybody();
        proxy.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        proxy.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.7");
        using var answer = await proxy.GetAsync("/health/live", Stop);
        Assert.Equal(isBelieved, answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Another_name_than_the_hosts_own_is_refused_where_its_names_are_set()
    {
        _app = await OmrApp.StartAsync(_folder, b => b.Configuration["AllowedHosts"] = "nilai.example");
        using var anybody = _app.Anybody();
        Assert.Equal(HttpStatusCode.BadRequest, (await anybody.GetAsync("/health/live", Stop)).StatusCode);
        anybody.DefaultRequestHeaders.Host = "nilai.example";
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync("/health/live", Stop)).StatusCode);
    }

    [Fact]
    public async Task Over_TLS_the_cookie_is_bound_to_the_host_and_browsers_are_told_to_stay_there()
    {
        _app = await OmrApp.StartAsync(_folder, Tls);
        var password = await _app.UserAsync("siti", Role.Verifikator);
        using var client = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true })
        {
            BaseAddress = _app.Address,
        };
        using var signedIn = await client.PostAsJsonAsync("/api/v1/session", new { nama = "siti", sandi = password }, Stop);

        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-omr=", cookie, StringComparison.Ordinal);
        foreach (var flag in (string[])["; path=/", "; secure", "; httponly", "; samesite=strict"])
            Assert.Contains(flag, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("max-age=31536000; includeSubDomains", signedIn.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/session", Stop)).StatusCode);
        // A screen that locks itself leaves on the device what isn't sent yet; signing out leaves nothing.
        using var locked = await client.DeleteAsync("/api/v1/session?simpan=true", Stop);
        Assert.Equal("\"cache\", \"cookies\"", locked.Headers.GetValues("Clear-Site-Data").Single());
        using var out_ = await client.DeleteAsync("/api/v1/session", Stop);
        Assert.Equal("\"cache\", \"cookies\", \"storage\"", out_.Headers.GetValues("Clear-Site-Data").Single());
    }

    [Fact]
    public async Task Nothing_older_than_TLS_1_2_is_spoken()
    {
        _app = await OmrApp.StartAsync(_folder, Tls);
        Assert.Equal(SslProtocols.Tls13, await SpokenAsync(SslProtocols.None));
        Assert.Equal(SslProtocols.Tls12, await SpokenAsync(SslProtocols.Tls12));
#pragma warning disable CA5397, SYSLIB0039 // that it is refused is the point
        await Assert.ThrowsAnyAsync<Exception>(() => SpokenAsync(SslProtocols.Tls11));
#pragma warning restore CA5397, SYSLIB0039
    }

    private async Task<SslProtocols> SpokenAsync(SslProtocols wanted)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, _app!.Address.Port, Stop);
        await using var tls = new SslStream(tcp.GetStream());
        await tls.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = "localhost", EnabledSslProtocols = wanted, RemoteCertificateValidationCallback = IsOurs,
            },
            Stop);
        return tls.SslProtocol;
    }

    // The test's own certificate, which nobody signed.
    private static bool IsOurs(object sender, X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors) =>
        shown is not null && shown.Subject == shown.Issuer;

    private void Tls(WebApplicationBuilder builder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        var file = Path.Combine(_folder.Path, "server.pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pfx, "x"));
        builder.WebHost.UseUrls("https://127.0.0.1:0");
        builder.Configuration["Kestrel:Certificates:Default:Path"] = file;
        builder.Configuration["Kestrel:Certificates:Default:Password"] = "x";
    }
}
