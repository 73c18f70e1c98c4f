using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Omr.Benchmarks.Hosted;
using Omr.Service.Access;
using Omr.Service.Hosting;
using Omr.Service.Storage;
using OtpNet;

namespace Omr.Benchmarks.PowerLoss;

/// <summary>
/// People who join while the power may go: each gets an account, chooses a password and sets up one-time codes. Whoever was
/// told that it is done must be able to sign in afterwards.
/// </summary>
internal sealed class NewColleagues(string data)
{
    private const double StepSeconds = 30;

    private readonly List<Colleague> _joined = [];

    /// <summary>How many were told that it is done.</summary>
    public int Count { get; private set; }

    /// <summary>One joins.</summary>
    public async Task JoinAsync(string url, Power power)
    {
        var name = FormattableString.Invariant($"kolega-{Guid.NewGuid():N}");
        try
        {
            await using var store = new Store(DataFolder.DatabaseOf(data));
            var issued = (await new Accounts(store, TimeProvider.System).CreateUserAsync(name, name, Role.Verifikator, Region.Province, CancellationToken.None))!;
            var chosen = RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz", 30);
            using var http = new HttpClient { BaseAddress = new(url) };
            await SendAsync(http, HttpMethod.Post, "", new { Nama = name, Sandi = issued });
            await SendAsync(http, HttpMethod.Put, "/password", new { Lama = issued, Baru = chosen });
            var codes = await SendAsync(http, HttpMethod.Post, "/second-factor", new { Sandi = chosen });
            var secret = Base32Encoding.ToBytes(codes.GetProperty("rahasia").GetString()!);
            var used = TimeProvider.System.GetUtcNow().UtcDateTime;
            await SendAsync(http, HttpMethod.Put, "/second-factor", new { Kode = new Totp(secret).ComputeTotp(used) });
            power.WhileOn(() =>
            {
                _joined.Add(new(name, chosen, secret, used));
                Count++;
            });
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException or JsonException or Microsoft.Data.Sqlite.SqliteException
            or Microsoft.EntityFrameworkCore.DbUpdateException)
        {
            // Nobody was told that it is done.
        }
    }

    /// <summary>Those who can't sign in any more, each asked once.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(string url)
    {
        var faults = new List<string>();
        foreach (var colleague in _joined)
        {
            // The step after the one that was used: a code works once.
            var code = new Totp(colleague.Secret).ComputeTotp(colleague.Used.AddSeconds(StepSeconds));
            if (TimeProvider.System.GetUtcNow().UtcDateTime - colleague.Used > TimeSpan.FromSeconds(2 * StepSeconds))
                code = new Totp(colleague.Secret).ComputeTotp(TimeProvider.System.GetUtcNow().UtcDateTime);
            using var http = new HttpClient { BaseAddress = new(url) };
            using var answer = await http.PostAsJsonAsync("/api/v1/session", new { Nama = colleague.Name, Sandi = colleague.Password, Kode = code });
            if (!answer.IsSuccessStatusCode)
                faults.Add($"set up one-time codes, and can't sign in: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        _joined.Clear();
        return faults;
    }

    private static async Task<JsonElement> SendAsync(HttpClient http, HttpMethod method, string path, object order)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/session{path}") { Content = JsonContent.Create(order) };
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private sealed record Colleague(string Name, string Password, byte[] Secret, DateTime Used);
}
