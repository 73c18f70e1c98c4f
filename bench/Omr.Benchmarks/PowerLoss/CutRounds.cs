using System.Diagnostics;
using Omr.Benchmarks.Hosted;

namespace Omr.Benchmarks.PowerLoss;

/// <summary>Some cuts on one disk, and what is there at the end.</summary>
internal sealed class CutRounds(IReadOnlyList<string> files, int cuts, string? preload, Random chance)
{
    // No pauses of people and scanners, so that cuts meet the work and not the waiting.
    private static readonly Dictionary<string, string> Hasty = new()
    {
        ["PollSeconds"] = "0.1", ["RestSeconds"] = "0.3", ["PatienceSeconds"] = "3", ["SignInsPerMinute"] = "100000", ["LeastFreeMegabytes"] = "1",
    };

    // A library that stands before the system's own, for the service and all that it starts.
    private readonly Dictionary<string, string> _environment = preload is null ? [] : new() { ["LD_PRELOAD"] = preload };

    private readonly HashSet<string> _junk = new(StringComparer.Ordinal);

    private static readonly TimeSpan Standstill = TimeSpan.FromMinutes(5);

    /// <summary>Cuts, starts again, looks, and adds up what it saw.</summary>
    public async Task RunAsync(Tally tally)
    {
        using var folder = new ScratchFolder();
        await using var disk = await LossyDisk.MakeAsync(folder.Path);
        var data = Path.Combine(disk.Path, "data");
        var (hand, colleagues) = (new ScannerHand(data, chance), new NewColleagues(data));
        OfficeActs? office = null;
        for (var cut = 0; cut < cuts; cut++)
        {
            using var service = ServiceProcess.Start(data, Hasty, _environment);
            var isWaitedFor = cut % 5 < 4;
            if (isWaitedFor && !await LooksAsync(service, hand, colleagues, office, tally))
                return;
            if (office is null)
                office = await OfficeActs.HireAsync(data);
            var power = new Power();
            using var stop = new CancellationTokenSource();
            var part = files.Skip(files.Count * cut / cuts).Take((files.Count * (cut + 1) / cuts) - (files.Count * cut / cuts));
            var work = Task.WhenAll(
                Task.Run(() => hand.DropAsync([.. part, Junk(folder.Path, cut)], power, stop.Token)),
                Task.Run(() => hand.WatchAsync(power, stop.Token)),
                isWaitedFor ? colleagues.JoinAsync(service.Url, power) : Task.CompletedTask,
                isWaitedFor ? office.WorkAsync(service.Url, stop.Token, power) : Task.CompletedTask);
            // Half of the cuts come when people are at work for sure, however slow the machine is.
            for (var (before, watch) = (office.Count, Stopwatch.StartNew()); isWaitedFor && cut % 2 == 0 && office.Count == before && watch.Elapsed < Standstill;)
                await Task.Delay(50);
            await Task.Delay(chance.Next(0, 4000));
            power.Off();
            disk.Cut();
            await service.KillAllAsync();
            await stop.CancelAsync();
            await work;
            await disk.RemountAsync();
            hand.DropAgain();
        }

        await FinishAsync(data, hand, colleagues, office!, tally);
        tally.Sheets += hand.Hashes.Count;
        tally.Done += hand.Seen;
        tally.Acts += office!.Count;
        tally.Late += office.Late;
        tally.LateGone += office.LateGone;
        tally.Joined += colleagues.Count;
    }

    private static async Task<bool> LooksAsync(
        ServiceProcess service, ScannerHand hand, NewColleagues colleagues, OfficeActs? office, Tally tally)
    {
        if (!await service.TryReadyAsync())
        {
            tally.Faults.Add("the service doesn't start any more");
            return false;
        }

        tally.Faults.AddRange(await hand.FaultsAsync());
        tally.Faults.AddRange(await colleagues.FaultsAsync(service.Url));
        if (office is not null)
            tally.Faults.AddRange(await office.FaultsAsync(service.Data));
        return true;
    }

    private async Task FinishAsync(string data, ScannerHand hand, NewColleagues colleagues, OfficeActs office, Tally tally)
    {
        using (var service = ServiceProcess.Start(data, Hasty, _environment))
        {
            if (!await LooksAsync(service, hand, colleagues, office, tally))
                return;
            var (last, watch) = (-1, Stopwatch.StartNew());
            for (var read = 0; watch.Elapsed < Standstill && (read < hand.Hashes.Count || IntakeCheck.Left(data) > 0);)
            {
                await Task.Delay(250);
                read = await ServiceProcess.FilesReadAsync(data);
                if (read == last)
                    continue;
                last = read;
                watch.Restart();
            }

            await service.KillAllAsync();
        }

        tally.Faults.AddRange(await IntakeCheck.LossesAsync(data, hand.Hashes));
        tally.Faults.AddRange(await office.FaultsAsync(data));
        tally.Faults.AddRange(await AuditCheck.FaultsAsync(data));
        var parked = Parked(data);
        tally.Faults.AddRange(hand.Hashes.Where(_junk.Contains).Except(parked).Select(h => $"can't be read, and isn't whole in parked/: {h}"));
    }

    // Names of those whose copy is whole and has its text beside it.
    private static HashSet<string> Parked(string data) =>
    [
        .. Directory.GetFiles(Path.Combine(data, "parked"), "*.txt")
            .Where(t => File.ReadAllText(t).Contains("hal. 1", StringComparison.Ordinal))
            .Select(t => IntakeCheck.HashOf(Path.ChangeExtension(t, null))),
    ];

    private string Junk(string folder, int cut)
    {
        var path = Path.Combine(folder, FormattableString.Invariant($"junk{cut}.jpg"));
        File.WriteAllText(path, FormattableString.Invariant($"no picture {cut}"));
        _junk.Add(IntakeCheck.HashOf(path));
        return path;
    }
}
