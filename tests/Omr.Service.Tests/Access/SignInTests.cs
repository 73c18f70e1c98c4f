using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Omr.Service.Access;
using Omr.Service.Tests.Hosting;
using OtpNet;

namespace Omr.Service.Tests.Access;

public sealed class SignInTests : IAsyncDisposable
{
    private const string Chosen = "kursi hujan pisau melon";
    private readonly ShiftedTime _time = new();
    private OmrApp? _app;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }

    [Fact]
    public async Task Until_the_given_password_is_changed_nothing_else_can_be_done()
    {
        var (client, issued) = await GivenAsync(Role.Verifikator);
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(client, issued)).StatusCode);

        var before = await client.GetAsync("/api/v1/review", Stop);
        Assert.Equal(HttpStatusCode.Forbidden, before.StatusCode);
        Assert.Contains("kata sandi", await before.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ChangeAsync(client, issued, "pendek")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ChangeAsync(client, "salah", Chosen)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ChangeAsync(client, issued, Chosen)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/review", Stop)).StatusCode);
    }

    [Fact]
    public async Task A_given_password_is_good_for_a_week()
    {
        var (client, issued) = await GivenAsync(Role.Verifikator);
        _time.Shift = TimeSpan.FromDays(7.01);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(client, issued)).StatusCode);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_an_account_for_a_quarter_of_an_hour()
    {
        var (client, issued) = await GivenAsync(Role.Verifikator);
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(client, "salah")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(client, issued)).StatusCode);

        _time.Shift = TimeSpan.FromMinutes(16);
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(client, issued)).StatusCode);
    }

    [Fact]
    public async Task Whoever_guesses_is_not_told_whether_the_name_exists()
    {
        var (client, _) = await GivenAsync(Role.Verifikator);
        var known = await SignInAsync(client, "salah");
        var unknown = await SignInAsync(client, "salah", name: "tidak-ada");
        Assert.Equal(known.StatusCode, unknown.StatusCode);
        Assert.Equal(await DetailAsync(known), await DetailAsync(unknown));
    }

    [Fact]
    public async Task Sealing_and_releasing_need_a_code_and_an_API_key_never_does()
    {
        var (client, issued) = await GivenAsync(Role.Ketua);
        await SignInAsync(client, issued);
        await ChangeAsync(client, issued, Chosen);
        using var machine = _app!.Anybody();
        var key = await _app.Services.GetRequiredService<Accounts>().CreateKeyAsync("mesin", Role.Ketua, Region.Province, Stop);
        machine.DefaultRequestHeaders.Authorization = new("Bearer", key);

        Assert.Equal(HttpStatusCode.Forbidden, (await SealAsync(client)).StatusCode);
        Assert.Contains("kode sekali pakai", await DetailAsync(await SealAsync(machine)), StringComparison.Ordinal);
        await SetUpCodesAsync(client);
        // Nothing was entered, so there is nothing to seal; but it is no longer a matter of rights.
        Assert.Equal(HttpStatusCode.Conflict, (await SealAsync(client)).StatusCode);
    }

    [Fact]
    public async Task Once_set_up_codes_are_asked_for_and_each_serves_once()
    {
        var (client, issued) = await GivenAsync(Role.Ketua);
        await SignInAsync(client, issued);
        await ChangeAsync(client, issued, Chosen);
        var codes = await SetUpCodesAsync(client);
        using var other = _app!.Anybody();

        _time.Shift = TimeSpan.FromMinutes(2);
        var code = codes.ComputeTotp(_time.GetUtcNow().UtcDateTime);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(other, Chosen)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(other, Chosen, Other(code))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(other, Chosen, code)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(other, Chosen, code)).StatusCode);
    }

    [Fact]
    public async Task A_session_ends_after_half_an_hour_of_rest()
    {
        var client = await SignedInAsync();
        _time.Shift = TimeSpan.FromMinutes(29);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/session", Stop)).StatusCode);
        _time.Shift = TimeSpan.FromMinutes(58);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/session", Stop)).StatusCode);
        _time.Shift = TimeSpan.FromMinutes(89);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/session", Stop)).StatusCode);
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_however_busy()
    {
        var client = await SignedInAsync();
        for (var minutes = 20; minutes < 12 * 60; minutes += 20)
        {
            _time.Shift = TimeSpan.FromMinutes(minutes);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/session", Stop)).StatusCode);
        }

        _time.Shift = TimeSpan.FromHours(12.01);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/session", Stop)).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_itself_and_not_only_the_cookie()
    {
        var (client, issued) = await GivenAsync(Role.Verifikator);
        var cookie = (await SignInAsync(client, issued)).Headers.GetValues("Set-Cookie").Single();
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync("/api/v1/session", Stop)).StatusCode);

        using var thief = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = client.BaseAddress };
        thief.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.GetAsync("/api/v1/session", Stop)).StatusCode);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_new_password_ends_the_sessions_elsewhere()
    {
        var (client, issued) = await GivenAsync(Role.Verifikator);
        await SignInAsync(client, issued);
        using var elsewhere = _app!.Anybody();
        await SignInAsync(elsewhere, issued);

        await ChangeAsync(client, issued, Chosen);

        Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.GetAsync("/api/v1/session", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/session", Stop)).StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    public async Task A_request_that_another_sites_page_sends_is_refused(string header, string value)
    {
        var client = await SignedInAsync();
        client.DefaultRequestHeaders.Add(header, value);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.DeleteAsync("/api/v1/session", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/session", Stop)).StatusCode);
    }

    [Fact]
    public async Task Every_answer_tells_browsers_to_be_strict()
    {
        _app = await OmrApp.StartAsync();
        using var anybody = _app.Anybody();
        foreach (var path in (string[])["/api/v1/session", "/health/live", "/openapi/v1.json", "/nothing"])
        {
            using var answer = await anybody.GetAsync(path, Stop);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
            Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    // Another code than that one: its last digit is another.
    private static string Other(string code) => code[..5] + (char)('0' + ((code[5] - '0' + 1) % 10));

    private static async Task<string> DetailAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("detail").GetString()!;

    private static Task<HttpResponseMessage> SealAsync(HttpClient client) =>
        client.PostAsync("/api/v1/keys/027/seal", null, Stop);

    private static Task<HttpResponseMessage> SignInAsync(HttpClient client, string password, string code = "", string name = "siti") =>
        client.PostAsJsonAsync("/api/v1/session", new { nama = name, sandi = password, kode = code }, Stop);

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient client, string old, string next) =>
        client.PutAsJsonAsync("/api/v1/session/password", new { lama = old, baru = next }, Stop);

    private async Task<Totp> SetUpCodesAsync(HttpClient client)
    {
        var issued = await client.PostAsJsonAsync("/api/v1/session/second-factor", new { sandi = Chosen }, Stop);
        var secret = (await issued.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("rahasia").GetString()!;
        var codes = new Totp(Base32Encoding.ToBytes(secret));
        var confirmed = await client.PutAsJsonAsync(
            "/api/v1/session/second-factor", new { kode = codes.ComputeTotp(_time.GetUtcNow().UtcDateTime) }, Stop);
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        return codes;
    }

    private async Task<HttpClient> SignedInAsync()
    {
        var (client, issued) = await GivenAsync(Role.Verifikator);
        await SignInAsync(client, issued);
        return client;
    }

    private async Task<(HttpClient Client, string Password)> GivenAsync(Role role)
    {
        _app = await OmrApp.StartAsync(change: b => b.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_time)));
        var password = await _app.Services.GetRequiredService<Accounts>().CreateUserAsync("siti", "198501", role, Region.Province, Stop);
        return (_app.Anybody(), password!);
    }
}
