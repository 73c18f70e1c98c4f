using System.Diagnostics;
using Omr.Benchmarks.Campaign;

namespace Omr.Benchmarks.Hosted;

/// <summary>
/// The service, and now and then a worker, is ended by <c>kill -9</c> again and again at random moments while scans arrive and
/// people work; afterwards every sheet must be there exactly once, and every act that was answered.
/// </summary>
internal static class KillsCommand
{
    public const string Usage = "usage: omr bench kills DIR [--kills N] [--sheets N] [--seed N]";

    // Shorter waits than usual, so that kills meet all stages of the work and not only the waiting.
    private static readonly Dictionary<string, string> Hasty = new() { ["PollSeconds"] = "0.1", ["RestSeconds"] = "0.3" };

    private const int UsualKills = 300;
    private const int UsualSheets = 3000;

    public static async Task<int> RunAsync(string[] args)
    {
        if (BenchOptions.Parse(args, Usage, new() { ["--kills"] = $"{UsualKills}", ["--sheets"] = $"{UsualSheets}", ["--seed"] = "1" }) is not { } options)
            return 2;
        var files = options.Files.Take(options.Number("--sheets")).Select(f => f.Path).ToList();
        var dropped = await IntakeCheck.HashesAsync(files);
        using var folder = new ScratchFolder();
        var drop = Path.Combine(folder.Path, "drop");
        var (chance, watch) = (new Random(options.Number("--seed")), Stopwatch.StartNew());
        var kills = options.Number("--kills");
        var next = 0;
        OfficeActs? office = null;
        for (var kill = 0; kill < kills; kill++)
        {
            using var service = ServiceProcess.Start(folder.Path, Hasty);
            // The pile comes in as many parts as there are kills, so that each finds work in every stage.
            for (var until = files.Count * (kill + 1) / kills; next < until; next++)
                Drop(files[next], drop, next);
            using var stop = new CancellationTokenSource();
            var work = Task.CompletedTask;
            if (kill % 5 > 0 || office is null)
            {
                await service.ReadyAsync(); // each fifth is ended while it may still be starting
                office ??= await OfficeActs.HireAsync(folder.Path);
                work = office.WorkAsync(service.Url, stop.Token);
            }

            if (kill % 3 == 0)
            {
                await Task.Delay(chance.Next(0, 2000));
                service.KillWorker(chance);
            }

            await Task.Delay(chance.Next(0, 5000));
            await service.KillAsync();
            await stop.CancelAsync();
            await work;
            Console.WriteLine($"kill {kill + 1}/{kills}: {next} dropped, {await ServiceProcess.FilesReadAsync(folder.Path)} read");
        }

        using (ServiceProcess.Start(folder.Path))
        {
            while (await ServiceProcess.FilesReadAsync(folder.Path) < dropped.Count
                || Directory.GetFiles(drop, "*", SearchOption.AllDirectories).Length > 0)
                await Task.Delay(500);
        }

        IReadOnlyList<string> faults =
        [
            .. await IntakeCheck.LossesAsync(folder.Path, dropped), .. await office!.FaultsAsync(folder.Path), .. office.Broken,
            .. await AuditCheck.FaultsAsync(folder.Path),
        ];
        foreach (var fault in faults.Take(20))
            Console.WriteLine(fault);
        MeasurementsFile.Put("kills", "kills", $"""
            ## The service killed

            `./omr bench kills DIR`: {files.Count} simulated sheets are dropped in {kills} parts; in each part the service is started and ended by `kill -9` within 5 seconds of its first answer, each fifth time of its start, whatever it is at; each third time one of its workers is ended the same way before. Meanwhile people import lists, enter a room's minutes, propose and confirm corrections and look at sheets over HTTP. Then it runs to the end. Every file must be in ledger and vault exactly once with exactly one reading, each under the SHA-256 of its bytes, the drop folder empty, no page refused that isn't refused by itself, `PRAGMA integrity_check` ok, `omr audit verify` content; every act that was answered with success must be there with its entry in the log, and every sheet that was told must still be the same.

            {kills} kills, {files.Count} sheets, {office.Count} acts answered and sheets told: **{faults.Count} faults** (lost, doubled, half-read, left over, a damaged database or log); {watch.Elapsed.TotalMinutes:0.0} minutes.

            {Conditions.Text}

            """, whole: kills >= UsualKills && files.Count >= UsualSheets);
        return faults.Count == 0 ? 0 : 1;
    }

    // Half of the files go to rooms, the others lie flat; each under a name of its own.
    private static void Drop(string file, string drop, int index)
    {
        var room = index % 2 == 0 ? drop : Path.Combine(drop, $"05-001-{index % 20:000}");
        Directory.CreateDirectory(room);
        File.Copy(file, Path.Combine(room, $"{index:00000}{Path.GetExtension(file)}"));
    }
}
