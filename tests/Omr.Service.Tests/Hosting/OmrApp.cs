using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Omr.Service.Access;
using Omr.Service.Hosting;
using Omr.Service.Rehearsal;
using Omr.Service.Storage;

namespace Omr.Service.Tests.Hosting;

/// <summary>The whole service on a loopback port over a folder of its own, asked over HTTP as its callers do.</summary>
public sealed class OmrApp : IAsyncDisposable
{
    private readonly TempFolder _folder;
    private readonly DataFolder _data;
    private readonly WebApplication _app;
    private readonly bool _keepsFolder;
    private readonly DescribedAnswers _answers;

    private OmrApp(TempFolder folder, DataFolder data, WebApplication app, bool keepsFolder, DescribedAnswers answers) =>
        (_folder, _data, _app, _keepsFolder, _answers) = (folder, data, app, keepsFolder, answers);

    internal IServiceProvider Services => _app.Services;

    internal Store Store => _app.Services.GetRequiredService<Store>();

    /// <summary>The data folder.</summary>
    public string Root => _data.Root;

    /// <summary>Starts the service.</summary>
    /// <param name="folder">An existing data folder; without it a new one, removed at the end.</param>
    /// <param name="change">Changes what was wired.</param>
    internal static async Task<OmrApp> StartAsync(TempFolder? folder = null, Action<WebApplicationBuilder>? change = null)
    {
        var used = folder ?? new TempFolder();
        var data = DataFolder.TryOpen(used.Path)!;
        var answers = new DescribedAnswers();
        var app = OmrHost.Build(data, "http://127.0.0.1:0", builder =>
        {
            builder.Logging.ClearProviders();
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Omr:PollSeconds"] = "0.1",
                ["Omr:RestSeconds"] = "0.2",
                ["Omr:PatienceSeconds"] = "2",
                ["Omr:RequestsPerSecond"] = "100000",
                ["Omr:SignInsPerMinute"] = "100000",
            });
            builder.Services.AddSingleton<IStartupFilter>(answers);
            change?.Invoke(builder);
        });
        await SchemaUpgrade.RunAsync(app.Services.GetRequiredService<Store>(), data, TimeProvider.System, CancellationToken.None);
        await app.StartAsync();
        return new(used, data, app, folder is not null, answers);
    }

    /// <summary>
    /// A caller of that role and region: a machine with an API key, and for the Ketua, who seals and releases, a person who
    /// signed in with a one-time code. Under a name of its own unless one is given.
    /// </summary>
    internal async Task<HttpClient> CallerAsync(Role role, string region = "", string? name = null)
    {
        name ??= $"{role}-{Guid.NewGuid():N}";
        if (role == Role.Ketua)
            return await PersonAsync(role, region, name);
        var key = await _app.Services.GetRequiredService<Accounts>()
            .CreateKeyAsync(name, role, Region.Parse(region)!, CancellationToken.None);
        var client = Anybody();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>Somebody who signed in with password and one-time code.</summary>
    internal async Task<HttpClient> PersonAsync(Role role, string region = "", string? name = null)
    {
        var client = Anybody();
        await RehearsalPerson.SignInAsync(
            client, _app.Services.GetRequiredService<Accounts>(), _app.Services.GetRequiredService<TimeProvider>(),
            name ?? $"{role}-{Guid.NewGuid():N}", role, Region.Parse(region)!, CancellationToken.None);
        return client;
    }

    /// <summary>Where it listens.</summary>
    internal Uri Address => new(_app.Urls.First());

    /// <summary>A person's account of the province; its password.</summary>
    internal async Task<string> UserAsync(string name, Role role) =>
        (await _app.Services.GetRequiredService<Accounts>().CreateUserAsync(name, name, role, Region.Province, CancellationToken.None))!;

    /// <summary>A caller without any key.</summary>
    internal HttpClient Anybody() => new() { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _data.Dispose();
        if (!_keepsFolder)
            _folder.Dispose();
        Assert.Empty(_answers.Others);
    }
}
