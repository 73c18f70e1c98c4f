using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Omr.Service;
using Omr.Service.Access;
using Omr.Service.Hosting;
using Omr.Service.Publication;
using Omr.Service.Reconciliation;
using Omr.Service.Rosters;
using Omr.Service.Runs;
using Omr.Service.Scoring;
using Omr.Service.Storage;

namespace Omr.Benchmarks.Http;

/// <summary>A data folder with a scoring run of made-up participants, 24 a room, in 38 kabs that are all released.</summary>
/// <param name="Key">API key of a system that may see what is released.</param>
/// <param name="Numbers">The participants' numbers.</param>
/// <param name="RunTime">What storing the run took.</param>
internal sealed record ReleasedProvince(string Key, ImmutableArray<string> Numbers, TimeSpan RunTime)
{
    private const int Kabs = 38;
    private const int RoomSeats = 24;

    public static async Task<ReleasedProvince> MakeAsync(string folder, int participants)
    {
        var time = TimeProvider.System;
        await File.WriteAllTextAsync(Path.Combine(folder, "omr.json"), """{"Omr":{"RequestsPerSecond":1000000,"LeastFreeMegabytes":1}}""");
        await using var store = new Store(DataFolder.DatabaseOf(folder));
        await store.MigrateAsync(CancellationToken.None);
        var key = await new Accounts(store, time).CreateKeyAsync("bench", Role.Sistem, Region.Province, CancellationToken.None);
        ImmutableArray<ParticipantResult> results = [.. Enumerable.Range(0, participants).Select(Result)];
        var inputs = new RunInputs(
            _ => Task.FromResult<RunSnapshot?>(new(results, "180:1", 0, 0, ScoreWeights.National)),
            (_, _, _) => Task.FromResult<ImmutableArray<Wording>>([]));
        var runs = new ScoringRuns(store, inputs, new EventHub(), time);
        var start = Stopwatch.GetTimestamp();
        var (run, _) = await runs.StartAsync("bench", new("admin", Role.Admin, Region.Province), CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(start);
        var releases = new Releases(store, inputs, new EventHub(), time);
        for (var kab = 1; kab <= Kabs; kab++)
            await releases.ApproveAsync(run!, Code(kab), "", new("ketua", Role.Ketua, Region.Province), CancellationToken.None);
        return new(key!, [.. results.Select(r => r.Participant.Number)], took);
    }

    private static ParticipantResult Result(int n)
    {
        var room = n / RoomSeats;
        var number = string.Create(CultureInfo.InvariantCulture, $"150501{n:D8}");
        var person = new Participant(
            number, $"Siti Nurhaliza {n}", new(1975, 1, 1), new(Code((room % Kabs) + 1), Code((room / Kabs / 40) + 1), Code((room / Kabs % 40) + 1)),
            "", "180", "01", n + 2);
        return n % 50 == 0
            ? new(person, ScoreStatus.TH, "", null)
            : new(person, ScoreStatus.DN, "01", new(n % 100, 100 - (n % 100), 0, 0, n % 100, n % 100, n % 100));
    }

    private static string Code(int n) => n.ToString("D3", CultureInfo.InvariantCulture);
}
