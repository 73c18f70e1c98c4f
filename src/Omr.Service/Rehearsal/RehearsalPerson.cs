using System.Security.Cryptography;
using System.Text.Json;
using Omr.Service.Access;
using OtpNet;

namespace Omr.Service.Rehearsal;

/// <summary>Somebody's first day: they sign in with the password they were given, choose their own and set up one-time codes.</summary>
internal static class RehearsalPerson
{
    /// <summary>Makes an account and lets its owner sign in; from then on the client has the cookie.</summary>
    public static async Task SignInAsync(
        HttpClient client, Accounts accounts, TimeProvider time, string name, Role role, Region region, CancellationToken stop)
    {
        var issued = await accounts.CreateUserAsync(name, name, role, region, stop)
            ?? throw new InvalidOperationException($"the name {name} is taken");
        var chosen = RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz", 30);
        await SendAsync(client, HttpMethod.Post, "", new { Nama = name, Sandi = issued }, stop);
        await SendAsync(client, HttpMethod.Put, "/password", new { Lama = issued, Baru = chosen }, stop);
        var codes = await SendAsync(client, HttpMethod.Post, "/second-factor", new { Sandi = chosen }, stop);
        var app = new Totp(Base32Encoding.ToBytes(codes.GetProperty("rahasia").GetString()!));
        await SendAsync(client, HttpMethod.Put, "/second-factor", new { Kode = app.ComputeTotp(time.GetUtcNow().UtcDateTime) }, stop);
    }

    private static async Task<JsonElement> SendAsync(HttpClient client, HttpMethod method, string path, object order, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/v1/session{path}", UriKind.Relative)) { Content = JsonContent.Create(order) };
        using var answer = await client.SendAsync(request, stop);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
    }
}
