using System.Net.Http.Headers;
using System.Text.Json;
using Omr.Service.Access;

namespace Omr.Service.Rehearsal;

/// <summary>
/// The rehearsal's callers: people and machines of different roles, who use the service over HTTP as they will in earnest.
/// Each has an account of its own, since what one enters another must seal or approve; the Ketua signs in with a
/// one-time code, as sealing and releasing ask for.
/// </summary>
internal sealed class ServiceRehearsal(string address, Accounts accounts) : IDisposable
{
    private readonly Dictionary<string, HttpClient> _callers = new(StringComparer.Ordinal);

    /// <summary>Sends a list; what was wrong, or null.</summary>
    public async Task<string?> SendAsync(string who, Role role, string path, byte[] list, CancellationToken stop)
    {
        using var content = new ByteArrayContent(list);
        content.Headers.ContentType = new("text/csv");
        using var answer = await (await CallerAsync(who, role, stop)).PostAsync(new Uri(path, UriKind.Relative), content, stop);
        return await ProblemAsync(answer, stop);
    }

    /// <summary>Sends an order as JSON; the answer, or what was wrong.</summary>
    public async Task<(JsonElement Answer, string? Problem)> OrderAsync(
        string who, Role role, string path, object order, CancellationToken stop)
    {
        using var answer = await (await CallerAsync(who, role, stop)).PostAsJsonAsync(new Uri(path, UriKind.Relative), order, stop);
        return answer.IsSuccessStatusCode && answer.Content.Headers.ContentLength != 0
            ? (await answer.Content.ReadFromJsonAsync<JsonElement>(stop), null)
            : (default, await ProblemAsync(answer, stop));
    }

    /// <summary>Enters something at that path, as JSON; what was wrong, or null.</summary>
    public async Task<string?> EnterAsync(string who, Role role, string path, object what, CancellationToken stop)
    {
        using var answer = await (await CallerAsync(who, role, stop)).PutAsJsonAsync(new Uri(path, UriKind.Relative), what, stop);
        return await ProblemAsync(answer, stop);
    }

    /// <summary>What is told at that path.</summary>
    public async Task<JsonElement> AskAsync(string who, Role role, string path, CancellationToken stop) =>
        await (await CallerAsync(who, role, stop)).GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative), stop);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var caller in _callers.Values)
            caller.Dispose();
    }

    private async Task<HttpClient> CallerAsync(string who, Role role, CancellationToken stop)
    {
        if (_callers.TryGetValue(who, out var known))
            return known;
        var caller = new HttpClient { BaseAddress = new Uri(address) };
        _callers.Add(who, caller);
        if (role == Role.Ketua)
        {
            await RehearsalPerson.SignInAsync(caller, accounts, TimeProvider.System, who, role, Region.Province, stop);
            return caller;
        }

        var key = await accounts.CreateKeyAsync(who, role, Region.Province, stop);
        caller.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return caller;
    }

    private static async Task<string?> ProblemAsync(HttpResponseMessage answer, CancellationToken stop)
    {
        if (answer.IsSuccessStatusCode)
            return null;
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
        var detail = problem.TryGetProperty("detail", out var said) ? said.GetString() : $"{answer.StatusCode}";
        var first = problem.TryGetProperty("errors", out var errors)
            ? errors.EnumerateArray().FirstOrDefault(e => e.ValueKind == JsonValueKind.String)
            : default;
        return first.ValueKind == JsonValueKind.String ? $"{detail} {first.GetString()} ({errors.GetArrayLength()})" : detail;
    }
}
