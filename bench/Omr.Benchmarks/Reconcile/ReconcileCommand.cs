using System.Diagnostics;
using System.Globalization;
using Omr.Service.Access;
using Omr.Service.Reconciliation.Closing;
using Omr.Service.Reconciliation.Counts;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Scoring;

namespace Omr.Benchmarks.Reconcile;

/// <summary>
/// Times the live reconciliation of a made-up province: everything from scratch, then one more sheet, changed attendance
/// entry, correction or room report at a time, each until the new state can be read.
/// </summary>
internal static class ReconcileCommand
{
    public const string Usage = "usage: omr bench reconcile [--participants N] [--rooms N] [--seed N]";

    private const int Steps = 200;
    private const int Rounds = 5;

    public static int Run(string[] args)
    {
        if (Parse(args) is not { } asked)
        {
            Console.Error.WriteLine($"omr bench: {Usage}");
            return 2;
        }

        var empty = GC.GetTotalMemory(forceFullCollection: true);
        var province = MadeUpProvince.Make(asked["--participants"], asked["--rooms"], asked["--seed"], Steps);
        var inputs = GC.GetTotalMemory(forceFullCollection: true);
        var live = new LiveProvince(ScoreWeights.National);
        live.Set(province.Key);
        live.Set(province.Attendance);
        live.Add(province.Pages);
        // The last step of filling and the thing itself: with everything else known, a roster sorts and judges all anew.
        live.Replace(province.Roster);
        var before = Environment.CpuUsage.TotalTime;
        var scratch = Enumerable.Range(0, Rounds).Select(_ => Time(() => live.Replace(province.Roster))).Order().ToList();
        var processors = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Rounds;
        var held = GC.GetTotalMemory(forceFullCollection: true);
        var all = live.Current.Balance;
        Print($"participants {all.Registered:n0}, rooms {all.Rooms:n0}, pages {all.Pages:n0}, items {province.Items}, processors {Environment.ProcessorCount}");
        Print($"counts balance: {all.Holds}; statuses {string.Join(", ", all.Statuses.Where(s => s.Value > 0).Select(s => $"{s.Key} {s.Value}"))}");
        Print($"from scratch      median {scratch[Rounds / 2]:0} ms, max {scratch[^1]:0} ms of {Rounds}; processor time {processors:0} ms each");
        Tell("one more sheet", province.More.Select(page => (Action)(() => live.Add([page]))));
        Tell("attendance entry", province.Changes.Select(change => (Action)(() => live.Set(change))));
        Tell("correction", province.More.Select(p => (Action)(() => live.Apply(p.Page.Id.Row, [new("jawaban", 1, "B")]))));
        Tell("room report", province.Roster.Rooms.Take(Steps).Select(r => (Action)(() => live.Set(new RoomReport(r, 24, 23, 1, 27, 23, 0, 0, 4)))));
        before = Environment.CpuUsage.TotalTime;
        var read = Time(() => Read(live));
        var reading = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        Print($"all findings, equalities and the gate of the province after a change: {read:0} ms, processor time {reading:0} ms, {live.Current.Findings.Length:n0} findings");
        Print($"memory: lists and sheets {(inputs - empty) / 1048576.0:0} MB, judgement and indexes {(held - inputs) / 1048576.0:0} MB, process at most {Peak():0} MB");
        return 0;
    }

    private static void Read(LiveProvince live)
    {
        var state = live.Current;
        _ = ReleaseGate.Blocking(state, Region.Province);
        _ = Equalities.Of(Level.Province, [.. state.Rooms.Values.Select(r => r.Counts)]);
    }

    private static void Tell(string what, IEnumerable<Action> steps)
    {
        var times = steps.Select(Time).Order().ToList();
        Print($"{what,-17} median {times[times.Count / 2]:0.000} ms, max {times[^1]:0.000} ms of {times.Count}");
    }

    private static double Time(Action step)
    {
        var start = Stopwatch.GetTimestamp();
        step();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1048576.0;
    }

    private static Dictionary<string, int>? Parse(string[] args)
    {
        var values = new Dictionary<string, int> { ["--participants"] = 100_000, ["--rooms"] = 4_200, ["--seed"] = 6 };
        for (var i = 0; i < args.Length; i += 2)
        {
            if (!values.ContainsKey(args[i]) || i + 1 == args.Length
                || !int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
            {
                return null;
            }

            values[args[i]] = number;
        }

        return values;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
