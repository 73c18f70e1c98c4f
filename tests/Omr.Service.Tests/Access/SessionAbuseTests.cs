using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Omr.Service.Access;
using Omr.Service.Tests.Api;
using Omr.Service.Tests.Cli;
using Omr.Service.Tests.Hosting;
using OtpNet;

namespace Omr.Service.Tests.Access;

/// <summary>Guessing, stolen cookies, and what is left behind of secrets.</summary>
public sealed class SessionAbuseTests : IAsyncDisposable
{
    private const string Session = "/api/v1/session";
    private const string Chosen = "kursi hujan pisau melon";
    private readonly ShiftedTime _time = new();
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
    public async Task Of_many_tries_at_one_moment_five_count_and_a_hundred_an_hour_are_out_of_reach()
    {
        var (client, issued) = await GivenAsync();
        for (var quarter = 0; quarter < 4; quarter++)
        {
            _time.Shift = TimeSpan.FromMinutes(15.1 * quarter);
            var tries = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => SignInAsync(client, $"tebakan {i}")));
            Assert.All(tries, t => Assert.Equal(HttpStatusCode.Unauthorized, t.StatusCode));
            Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(client, issued)).StatusCode);
        }

        var compared = await _app!.Store.ReadAsync(
            db => db.Audit.CountAsync(a => a.Act == "session.refuse" || a.Act == "account.lock", Stop), Stop);
        Assert.Equal(4 * 5, compared);
    }

    [Theory]
    [InlineData("signed out")]
    [InlineData("signed in again")]
    [InlineData("new password")]
    [InlineData("codes set up")]
    [InlineData("shut out")]
    [InlineData("reset")]
    [InlineData("ended")]
    public async Task A_session_that_ended_is_over_for_whoever_kept_its_cookie(string how)
    {
        var (client, issued) = await GivenAsync();
        var cookie = (await SignInAsync(client, issued)).Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        using var thief = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = client.BaseAddress };
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync(Session, Stop)).StatusCode);

        var desk = _app!.Services.GetRequiredService<AccountDesk>();
        _ = how switch
        {
            "signed out" => await client.DeleteAsync(Session, Stop),
            "signed in again" => await SignInAsync(client, issued),
            "new password" => await ChangeAsync(client, issued),
            "codes set up" => await SetUpCodesAsync(client, issued),
            "shut out" => (object?)await desk.DisableAsync(Caller.Program, "siti", Stop),
            "reset" => await desk.ResetPasswordAsync(Caller.Program, "siti", Stop),
            _ => await desk.EndSessionsAsync(Caller.Program, "siti", Stop),
        };

        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.GetAsync(Session, Stop)).StatusCode);
    }

    [Fact]
    public async Task One_sees_where_one_is_signed_in_and_ends_the_others_by_the_password()
    {
        var (client, issued) = await GivenAsync();
        await SignInAsync(client, issued);
        using var elsewhere = _app!.Anybody();
        await SignInAsync(elsewhere, issued);

        var all = (await client.GetAsync($"{Session}/all", Stop).JsonAsync()).GetProperty("isi").EnumerateArray().ToList();
        Assert.Equal([false, true], all.Select(s => s.GetProperty("ini").GetBoolean()));
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsJsonAsync($"{Session}/end-others", new { sandi = "salah" }, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync(Session, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsJsonAsync($"{Session}/end-others", new { sandi = issued }, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.GetAsync(Session, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Session, Stop)).StatusCode);
    }

    [Fact]
    public async Task A_cookie_that_somebody_else_laid_becomes_nobodys_session()
    {
        var (client, issued) = await GivenAsync();
        var (laid, victim) = (_app!.Anybody(), new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = client.BaseAddress });
        var cookie = (await SignInAsync(laid, issued)).Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        victim.DefaultRequestHeaders.Add("Cookie", cookie);

        var given = (await SignInAsync(victim, issued)).Headers.GetValues("Set-Cookie").Single().Split(';')[0];

        Assert.NotEqual(cookie, given);
        Assert.Equal(HttpStatusCode.Unauthorized, (await laid.GetAsync(Session, Stop)).StatusCode);
    }

    [Fact]
    public async Task A_refusal_takes_as_long_whether_there_is_such_an_account_or_not()
    {
        var (client, _) = await GivenAsync();
        foreach (var name in (string[])["siti", "tidak-ada"])
        {
            var began = _time.GetTimestamp();
            await SignInAsync(client, "salah", name);
            Assert.True(_time.GetElapsedTime(began) > TimeSpan.FromMilliseconds(245), name);
        }
    }

    [Fact]
    public async Task Every_sign_in_and_change_of_credentials_is_in_the_log_and_no_secret_is_anywhere()
    {
        var (client, issued) = await GivenAsync();
        await SignInAsync(client, "salah sekali-kali");
        var signedIn = await SignInAsync(client, issued);
        await ChangeAsync(client, issued);
        var codes = await SetUpCodesAsync(client, Chosen);
        var key = await _app!.Services.GetRequiredService<Accounts>().CreateKeyAsync("mesin", Role.Sistem, Region.Province, Stop);
        await client.DeleteAsync(Session, Stop);

        var acts = await _app.Store.ReadAsync(db => db.Audit.OrderBy(a => a.Id).Select(a => a.Act).ToListAsync(Stop), Stop);
        Assert.Equal(
            [
                "account.create", "session.refuse", "session.start", "account.password", "account.issue-second-factor",
                "account.second-factor", "account.create", "session.end",
            ],
            acts);
        await _app.DisposeAsync();
        _app = null;
        var token = signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0]["omr=".Length..];
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories))
        {
            var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, Stop));
            foreach (var secret in (string[])[issued, Chosen, "salah sekali-kali", key!, Base32Encoding.ToString(codes), token])
                Assert.False(text.Contains(secret, StringComparison.Ordinal), $"{file}: {secret}");
        }
    }

    [Fact]
    public async Task A_password_is_compared_to_the_letter()
    {
        var (client, issued) = await GivenAsync();
        foreach (var almost in (string[])[issued.ToUpperInvariant(), issued + " ", issued[..^1], issued + "x"])
            Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(client, almost)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(client, issued)).StatusCode);
    }

    [Fact]
    public async Task What_is_sent_to_sign_in_has_sixteen_kilobytes_at_most()
    {
        var (client, _) = await GivenAsync();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SignInAsync(client, new string('x', 20_000))).StatusCode);
    }

    [Fact]
    public async Task The_programs_own_name_in_the_log_is_nobodys_account()
    {
        _app = await OmrApp.StartAsync(_folder);
        using var admin = await _app.PersonAsync(Role.Admin);
        var made = await admin.PostAsJsonAsync("/api/v1/accounts", new { nama = "OMR", orang = "1", peran = "Operator" }, Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, made.StatusCode);
        Assert.Equal(2, (await CliRunner.RunAsync("admin", "create-user", "omr", "--role", "admin", "--data", _folder.Path)).Exit);
        Assert.Equal(2, (await CliRunner.RunAsync("admin", "create-user", "a\nb", "--role", "admin", "--data", _folder.Path)).Exit);
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient client, string password, string name = "siti") =>
        client.PostAsJsonAsync(Session, new { nama = name, sandi = password }, Stop);

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient client, string old) =>
        client.PutAsJsonAsync($"{Session}/password", new { lama = old, baru = Chosen }, Stop);

    private async Task<byte[]> SetUpCodesAsync(HttpClient client, string password)
    {
        var issued = await client.PostAsJsonAsync($"{Session}/second-factor", new { sandi = password }, Stop);
        var secret = Base32Encoding.ToBytes((await issued.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("rahasia").GetString()!);
        var confirmed = await client.PutAsJsonAsync(
            $"{Session}/second-factor", new { kode = new Totp(secret).ComputeTotp(_time.GetUtcNow().UtcDateTime) }, Stop);
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        return secret;
    }

    private async Task<(HttpClient Client, string Password)> GivenAsync()
    {
        _app = await OmrApp.StartAsync(_folder, b => b.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_time)));
        var password = await _app.Services.GetRequiredService<Accounts>().CreateUserAsync("siti", "198501", Role.Verifikator, Region.Province, Stop);
        return (_app.Anybody(), password!);
    }
}
