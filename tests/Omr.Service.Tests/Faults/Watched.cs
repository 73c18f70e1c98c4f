using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Omr.Service.Access;
using Omr.Service.Tests.Hosting;

namespace Omr.Service.Tests.Faults;

/// <summary>A running service as its staff see it during a fault: what its health says in words, and what it has read.</summary>
internal sealed class Watched : IAsyncDisposable
{
    // The alarm must come within half a minute.
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(30);

    private readonly HttpClient _clerk;

    private Watched(OmrApp app, HttpClient clerk) => (App, _clerk) = (app, clerk);

    public OmrApp App { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Watched> StartAsync(
        TempFolder folder, Dictionary<string, string?>? settings = null, Action<WebApplicationBuilder>? change = null)
    {
        var app = await OmrApp.StartAsync(folder, b =>
        {
            b.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Omr:WatchSeconds"] = "0.1", ["Omr:LeastFreeMegabytes"] = "1" });
            b.Configuration.AddInMemoryCollection(settings ?? []);
            change?.Invoke(b);
        });
        return new(app, await app.CallerAsync(Role.Operator));
    }

    /// <summary>What its health says, in Indonesian.</summary>
    public async Task<string> HealthAsync()
    {
        var told = await _clerk.GetFromJsonAsync<JsonElement>("/api/v1/health", Stop);
        return string.Join('\n', told.GetProperty("masalah").EnumerateArray().Select(m => m.GetString()).Prepend(told.GetProperty("status").GetString()));
    }

    /// <summary>Waits until its health says that.</summary>
    public async Task ToldAsync(string words)
    {
        var last = "";
        await UntilAsync(async () => (last = await HealthAsync()).Contains(words, StringComparison.Ordinal), () => $"'{words}' not in: {last}");
    }

    /// <summary>Waits until so many files are read, and looks that each was read once and arrived once.</summary>
    public async Task ReadAsync(int files)
    {
        var read = 0;
        await UntilAsync(
            async () => (read = await App.Store.ReadAsync(db => db.Files.CountAsync(f => f.ReadAt != null, Stop), Stop)) >= files, () => $"{read} of {files} read");
        var (pages, arrivals, total) = await App.Store.ReadAsync(
            async db => (await db.Pages.CountAsync(Stop), await db.Arrivals.CountAsync(Stop), await db.Files.CountAsync(Stop)), Stop);
        Assert.Equal((files, files, files), (pages, arrivals, total));
    }

    public static async Task UntilAsync(Func<Task<bool>> isSo, Func<string> otherwise)
    {
        var end = TimeProvider.System.GetUtcNow().UtcDateTime + Most;
        while (!await isSo())
        {
            Assert.True(TimeProvider.System.GetUtcNow().UtcDateTime < end, otherwise());
            await Task.Delay(50, Stop);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _clerk.Dispose();
        await App.DisposeAsync();
    }
}
