using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Omr.Benchmarks.Hosted;
using Omr.Service.Access;
using Omr.Service.Hosting;
using Omr.Service.Storage;

namespace Omr.Benchmarks.Faults;

/// <summary>One service over one data folder, to which one fault happens while sheets arrive.</summary>
internal sealed class FaultTrial(string data, Queue<string> sheets) : IDisposable
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(3);
    private readonly List<string> _hashes = [];
    private HttpClient? _clerk;

    public string Data { get; set; } = data;

    public string Drop => Path.Combine(Data, "drop");

    public ServiceProcess Service { get; private set; } = null!;

    public int Dropped => _hashes.Count;

    public async Task StartAsync(IReadOnlyDictionary<string, string>? settings = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        Dictionary<string, string> all = new(settings ?? new Dictionary<string, string>()) { ["LeastFreeMegabytes"] = "1" };
        Service = ServiceProcess.Start(Data, all, environment);
        await Service.ReadyAsync();
        await using var store = new Store(DataFolder.DatabaseOf(Data));
        var key = await new Accounts(store, TimeProvider.System).CreateKeyAsync($"bench-{Guid.NewGuid():N}", Role.Operator, Region.Province, CancellationToken.None);
        _clerk?.Dispose();
        _clerk = new() { BaseAddress = new(Service.Url) };
        _clerk.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>Puts so many sheets into a folder; by another folder of the same disk, as a scanner program does that renames.</summary>
    public async Task PutAsync(string folder, int count)
    {
        Directory.CreateDirectory(folder);
        for (var i = 0; i < count; i++)
        {
            var sheet = sheets.Dequeue();
            _hashes.Add(await IntakeCheck.HashAsync(sheet));
            File.Copy(sheet, Path.Combine(folder, $"{_hashes.Count:00000}{Path.GetExtension(sheet)}"));
        }
    }

    /// <summary>Moves what lies in one folder to another of the same disk.</summary>
    public static void Move(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Move(file, Path.Combine(to, Path.GetFileName(file)));
    }

    /// <summary>Waits until health and log say that; what health said, and the seconds since then.</summary>
    public async Task<(string Said, double Seconds)> AlarmAsync(string words, Stopwatch since)
    {
        var said = "";
        await UntilAsync(async () => (said = (await HealthAsync()).FirstOrDefault(p => p.Contains(words, StringComparison.Ordinal)) ?? "").Length > 0, words);
        await UntilAsync(() => Task.FromResult(Service.Log.Any(l => l.Contains("Alarm:", StringComparison.Ordinal))), "a line in the log");
        return (said, since.Elapsed.TotalSeconds);
    }

    /// <summary>Waits until so many sheets are read and no paper lies in these folders; the seconds since then.</summary>
    public async Task<double> ReadAsync(int count, Stopwatch since, params string[] drops)
    {
        await UntilAsync(
            async () => await ServiceProcess.FilesReadAsync(Data) >= count
                && drops.Append(Drop).All(d => Directory.GetFiles(d).All(f => Path.GetFileName(f)[0] == '.')),
            $"{count} sheets read");
        return since.Elapsed.TotalSeconds;
    }

    /// <summary>Ends the service and holds its data against what was dropped.</summary>
    /// <param name="refused">Files that were to be refused.</param>
    public async Task<IReadOnlyList<string>> WrongAsync(params string[] refused)
    {
        await Service.KillAsync();
        var wrong = await IntakeCheck.FaultsAsync(Data, [.. _hashes, .. refused]);
        var half = Directory.GetFiles(Data, "*.part", SearchOption.AllDirectories).Concat(Directory.GetFiles(Path.Combine(Data, "vault"), ".coming-*"));
        return [.. wrong.Where(w => !refused.Any(r => w.StartsWith($"{r}: refused", StringComparison.Ordinal))), .. half.Select(h => $"half-written: {h}")];
    }

    public void Dispose()
    {
        _clerk?.Dispose();
        Service?.Dispose();
    }

    private async Task<IReadOnlyList<string>> HealthAsync()
    {
        using var answer = JsonDocument.Parse(await _clerk!.GetStringAsync("/api/v1/health"));
        return [.. answer.RootElement.GetProperty("masalah").EnumerateArray().Select(m => m.GetString()!)];
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo, string what)
    {
        for (var watch = Stopwatch.StartNew(); !await isSo(); await Task.Delay(100))
        {
            if (watch.Elapsed > Most)
                throw new TimeoutException($"not within {Most.TotalMinutes} minutes: {what}");
        }
    }
}
