using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Omr.Service.Reconciliation;
using Omr.Service.Rosters;
using Omr.Service.Runs;
using Omr.Service.Scoring;
using Omr.Service.Tests.Hosting;

namespace Omr.Service.Tests.Publication;

/// <summary>How everybody stands, made by hand in place of the live state, and what stands against a release.</summary>
internal sealed class Standing
{
    private readonly SortedDictionary<string, ParticipantResult> _results = new(StringComparer.Ordinal);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Dictionary<string, ImmutableArray<Wording>> Hindrances { get; } = [];

    public Task<OmrApp> ServeAsync(TempFolder? folder = null) => OmrApp.StartAsync(folder, b => b.Services.AddSingleton(new RunInputs(
        _ => Task.FromResult<RunSnapshot?>(new([.. _results.Values.Reverse()], "180:1", 7, 3, ScoreWeights.National)),
        (_, kab, _) => Task.FromResult(Hindrances.GetValueOrDefault(kab, [])))));

    /// <summary>A participant, with a score in any state: the service must not rely on there being none.</summary>
    public Standing With(string number, string room, ScoreStatus status, decimal? value = null, string subject = "180")
    {
        var place = room.Split('-');
        var person = new Participant(number, $"Peserta \"{number}\"", new(1975, 1, 1), new(place[0], place[1], place[2]), "", subject, "", 2);
        var score = value is { } n ? new Score(60, 30, 7, 3, 55.5m, 70.25m, n) : null;
        _results[number] = new(person, status, "01", score);
        return this;
    }

    public Standing Without(string number)
    {
        _results.Remove(number);
        return this;
    }

    public static async Task<long> RunAsync(HttpClient admin)
    {
        var answer = await admin.PostAsJsonAsync("/api/v1/scoring-runs", new { alasan = "skoring" }, Stop);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetInt64();
    }

    public static Task<HttpResponseMessage> ReleaseAsync(HttpClient ketua, long run, string kab) =>
        ketua.PostAsJsonAsync("/api/v1/releases", new { run, kab, catatan = "rapat pleno" }, Stop);

    public static string Url(string number) => string.Create(CultureInfo.InvariantCulture, $"/api/v1/scores/{number}");
}
