using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Omr.Service.Access;
using Omr.Service.Audit;
using Omr.Service.Hosting;
using Omr.Service.Storage;
using OtpNet;

namespace Omr.Service.Tests.Faults;

/// <summary>The clock on the wall is set a year back or forward while the service runs.</summary>
public sealed class ClockTests : IDisposable
{
    private const string Chosen = "kursi hujan pisau melon";
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    private readonly SetClock _clock = new();
    private readonly TempFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        _folder.Dispose();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task Scans_are_read_as_ever_and_the_jump_is_told_and_written_down(int years)
    {
        await using var service = await Watched.StartAsync(_folder, change: Wire);
        Drop("swapped-digits-lost-1.tif", TimeProvider.System.GetUtcNow().UtcDateTime);
        await service.ReadAsync(1);

        _clock.Shift = years * Year;
        await service.ToldAsync("Jam komputer melompat dari");
        Assert.Contains("perlu perhatian", await service.HealthAsync(), StringComparison.Ordinal);
        Drop("swapped-digits-lost-2.tif", TimeProvider.System.GetUtcNow().UtcDateTime + (years * Year));
        Drop("swapped-digits-lost-3.tif", TimeProvider.System.GetUtcNow().UtcDateTime - (years * Year));
        await service.ReadAsync(3);

        Assert.DoesNotContain("menunggu", await service.HealthAsync(), StringComparison.Ordinal);
        var jump = await service.App.Store.ReadAsync(db => db.Audit.SingleAsync(a => a.Act == "clock.jump", Stop), Stop);
        Assert.Equal(years, Math.Sign(string.CompareOrdinal(jump.After, jump.Before)));
        Assert.Null(AuditVerifier.Verify(service.App.Store.Path, new([], []), Stop).Findings.FirstOrDefault());
    }

    [Fact]
    public async Task A_service_that_starts_with_an_earlier_clock_than_it_ended_with_says_so()
    {
        await using (var service = await Watched.StartAsync(_folder, change: Wire))
            await service.ToldAsync("baik");
        _clock.Shift = -Year;
        await using (var service = await Watched.StartAsync(_folder, change: Wire))
        {
            // Its own clerk's account is written down under the new time; what came before that isn't hidden by it.
            await service.App.Store.WriteAsync(
                db => AuditTrail.AppendAsync(db, TimeProvider.System, Caller.Program, "test", ""), Stop);
            await service.ToldAsync("padahal catatan terakhir dari");
        }
    }

    [Fact]
    public async Task Whoever_signed_in_locked_up_or_used_a_code_under_a_later_clock_is_not_held_to_it()
    {
        await using var service = await Watched.StartAsync(_folder, change: Wire);
        var accounts = service.App.Services.GetRequiredService<Accounts>();
        _clock.Shift = Year;
        using var siti = service.App.Anybody();
        var issued = (await accounts.CreateUserAsync("siti", "198501", Role.Verifikator, Region.Province, Stop))!;
        await SignInAsync(siti, issued);
        await siti.PutAsJsonAsync("/api/v1/session/password", new { lama = issued, baru = Chosen }, Stop);
        var secret = (await (await siti.PostAsJsonAsync("/api/v1/session/second-factor", new { sandi = Chosen }, Stop))
            .Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("rahasia").GetString()!;
        var codes = new Totp(Base32Encoding.ToBytes(secret));
        Assert.Equal(HttpStatusCode.OK, (await siti.PutAsJsonAsync("/api/v1/session/second-factor", new { kode = Code() }, Stop)).StatusCode);
        using var guesser = service.App.Anybody();
        for (var i = 0; i < 5; i++)
            await SignInAsync(guesser, "salah", "000000");

        _clock.Shift = TimeSpan.Zero;

        Assert.Equal(HttpStatusCode.Unauthorized, (await siti.GetAsync("/api/v1/session", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(siti, Chosen, Code())).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(guesser, Chosen, Code())).StatusCode); // it serves once

        string Code() => codes.ComputeTotp(_clock.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public async Task The_backup_that_holds_most_is_restored_whatever_the_clock_said()
    {
        await using var service = await Watched.StartAsync(_folder);
        var (to, back) = (Path.Combine(_folder.Path, "to"), Path.Combine(_folder.Path, "back"));
        await DataBackup.MakeAsync(_folder.Path, to, TimeProvider.System, _ => { }, Stop);
        using (await service.App.CallerAsync(Role.Auditor, name: "kemudian"))
            _clock.Shift = -Year;
        await DataBackup.MakeAsync(_folder.Path, to, _clock, _ => { }, Stop);

        Assert.Null((await DataBackup.RestoreAsync(to, back, _ => { }, Stop)).Problem);

        await using var store = new Store(DataFolder.DatabaseOf(back));
        Assert.True(await store.ReadAsync(db => db.Accounts.AnyAsync(a => a.Name == "kemudian", Stop), Stop));
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient client, string password, string code = "") =>
        client.PostAsJsonAsync("/api/v1/session", new { nama = "siti", sandi = password, kode = code }, Stop);

    private void Wire(WebApplicationBuilder builder) => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock));

    private void Drop(string sheet, DateTime modified)
    {
        var to = Path.Combine(_folder.Path, "drop", sheet);
        File.Copy(Misreads.Path(sheet), to);
        File.SetLastWriteTimeUtc(to, modified);
    }
}
