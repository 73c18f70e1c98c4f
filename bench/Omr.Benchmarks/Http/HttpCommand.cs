using System.Diagnostics;
using System.Globalization;

namespace Omr.Benchmarks.Http;

/// <summary>
/// How fast the hosted service tells single scores: <c>omr serve</c> in a process of its own over a stored and released
/// run, asked for numbers at random over kept connections by this process on the same machine.
/// </summary>
internal static class HttpCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (HttpOptions.Parse(args) is not { } options)
        {
            Console.Error.WriteLine($"omr bench: {HttpOptions.Usage}");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("omr-http-");
        try
        {
            var province = await ReleasedProvince.MakeAsync(folder.FullName, options.Participants);
            Print($"{options.Participants} participants, run stored in {province.RunTime.TotalSeconds:0.0} s");
            var start = Stopwatch.GetTimestamp();
            await using var served = await ServedFolder.StartAsync(folder.FullName, province.Key, province.Numbers[0]);
            Print($"service answers after {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s; {Environment.ProcessorCount} cores; load {Load()}");
            for (var round = 0; round <= options.Rounds; round++)
                await MeasureAsync(options, province, served, round);
            served.Process.Refresh();
            Print($"service: {served.Process.WorkingSet64 / 1048576.0:0} MB, peak {served.Process.PeakWorkingSet64 / 1048576.0:0} MB");
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(HttpOptions options, ReleasedProvince province, ServedFolder served, int round)
    {
        using var self = Process.GetCurrentProcess();
        served.Process.Refresh();
        var (server, client) = (served.Process.TotalProcessorTime, self.TotalProcessorTime);
        List<LoadConnection> connections =
            [.. Enumerable.Range(0, options.Connections).Select(i => new LoadConnection(served.Port, province.Key, province.Numbers, (round * 1000) + i))];
        var start = Stopwatch.GetTimestamp();
        var until = start + (options.Seconds * Stopwatch.Frequency);
        await Task.WhenAll(connections.Select(c => Task.Run(() => c.RunAsync(until))));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        served.Process.Refresh();
        self.Refresh();
        var times = connections.SelectMany(c => c.Times).Order().ToList();
        var statuses = connections.SelectMany(c => c.Statuses).GroupBy(s => s.Key, s => s.Value).OrderBy(g => g.Key)
            .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key}: {g.Sum()}"));
        Print($"{(round == 0 ? "warm-up" : $"round {round}"),-8} {times.Count / seconds,8:0} requests/s, p50 {At(times, 0.5):0.00} ms, p99 {At(times, 0.99):0.00} ms, max {At(times, 1):0.0} ms, {string.Join(", ", statuses)}, processor time a request: service {Each(served.Process, server, times):0} us, this program {Each(self, client, times):0} us; load average {Load()}");
    }

    private static double Each(Process process, TimeSpan before, List<long> times) =>
        (process.TotalProcessorTime - before).TotalMicroseconds / times.Count;

    private static double At(List<long> times, double share) =>
        times[Math.Min(times.Count - 1, (int)(share * times.Count))] * 1000.0 / Stopwatch.Frequency;

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?";

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
