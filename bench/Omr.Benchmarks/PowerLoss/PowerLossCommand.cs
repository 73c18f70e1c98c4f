using System.Diagnostics;
using Omr.Benchmarks.Campaign;
using Omr.Benchmarks.Hosted;

namespace Omr.Benchmarks.PowerLoss;

/// <summary>
/// The power is cut at random moments while sheets arrive and people work: nothing that was acknowledged before may be
/// missing after it. The same without any flush must find losses, or the test could not fail.
/// </summary>
internal static class PowerLossCommand
{
    public const string Usage = "usage: omr bench power-loss DIR [--cuts N] [--sheets N] [--control N] [--seed N] (as root, on Linux, with eatmydata)";

    // A fresh disk after so many cuts, so that the first start of a service meets them as well.
    private const int CutsOfDisk = 6;

    private const int UsualCuts = 60;
    private const int UsualSheets = 600;
    private const int UsualControl = 6;

    public static async Task<int> RunAsync(string[] args)
    {
        var usual = new Dictionary<string, string>
        {
            ["--cuts"] = $"{UsualCuts}", ["--sheets"] = $"{UsualSheets}", ["--control"] = $"{UsualControl}", ["--seed"] = "1",
        };
        if (BenchOptions.Parse(args, Usage, usual) is not { } options)
            return 2;
        if (LossyDisk.Hindrance() is { } hindrance)
            return Refuse(hindrance);
        if (Swallower() is not { } preload)
            return Refuse("the negative control needs libeatmydata.so (apt-get install eatmydata)");

        var watch = Stopwatch.StartNew();
        var files = options.Files.Take(options.Number("--sheets")).Select(f => f.Path).ToList();
        var (cuts, control, chance) = (options.Number("--cuts"), options.Number("--control"), new Random(options.Number("--seed")));
        var told = await CutAsync(files, cuts, null, chance);
        Console.WriteLine($"{told.Faults.Count} faults; now the same without flushes");
        var without = await CutAsync([.. files.Take(control * files.Count / cuts)], control, preload, chance);
        MeasurementsFile.Put("power loss", "power-loss", $"""
            ## The power cut

            `./omr bench power-loss DIR` (as root): the data folder with its drop folder lies on an ext4 of its own. While sheets are laid there and people work over HTTP, the file system is shut down at a random moment without writing its journal (`FS_IOC_SHUTDOWN`, `NOLOGFLUSH`), the service ended, the file system mounted again and the service started; each fifth cut comes while it may still be starting, and after {CutsOfDisk} cuts everything begins anew on an empty disk. Half of the sheets are flushed by who lays them there, half are not, as by most scanner programs. Acknowledged before a cut, and looked for after it: every sheet that was flushed, every one that was seen in `done/`, every reading that was told over HTTP, every import, room report, proposal and decision that was answered with success, every person who was told that the one-time codes are set up. At the end each sheet must be in ledger and vault exactly once with exactly one reading, what can't be read must lie whole in `parked/`, `PRAGMA integrity_check` and `omr audit verify` must be content.

            {cuts} cuts, {told.Sheets} sheets, of them {told.Done} seen in `done/` before a cut, {told.Acts} acts answered and sheets told, {told.Joined} people who set up codes: **{told.Faults.Count} faults**. The same without any flush (`eatmydata`), {control} cuts, {without.Sheets} sheets: {without.Faults.Count} faults, as it must be if the test can fail. A real cut stops programs as well, here they run on for a moment: {told.Late} answers came when the power was gone already, of them {told.LateGone} were gone later; they don't count, since the kernel may let an `fsync` succeed that races with the shutdown of its file system. {watch.Elapsed.TotalMinutes:0.0} minutes.

            {Conditions.Text}

            """, whole: cuts >= UsualCuts && files.Count >= UsualSheets);
        return told.Faults.Count == 0 && without.Faults.Count > 0 ? 0 : 1;
    }

    private static async Task<Tally> CutAsync(List<string> files, int cuts, string? preload, Random chance)
    {
        var all = new Tally();
        for (var done = 0; done < cuts;)
        {
            var here = Math.Min(CutsOfDisk, cuts - done);
            var part = files.Skip(files.Count * done / cuts).Take((files.Count * (done + here) / cuts) - (files.Count * done / cuts));
            var rounds = new CutRounds([.. part], here, preload, chance);
            var before = all.Faults.Count;
            await rounds.RunAsync(all);
            done += here;
            foreach (var fault in all.Faults.Skip(before).Take(10))
                Console.WriteLine(fault);
            Console.WriteLine($"{done}/{cuts} cuts, {all.Sheets} sheets, {all.Acts} acts, {all.Late} late ones, {all.LateGone} of them gone, {all.Faults.Count} faults");
        }

        return all;
    }

    private static string? Swallower() =>
        Directory.EnumerateDirectories("/usr/lib").Append("/usr/lib").Select(d => Path.Combine(d, "libeatmydata.so")).FirstOrDefault(File.Exists);

    private static int Refuse(string why)
    {
        Console.Error.WriteLine($"omr bench power-loss: {why}");
        return 2;
    }
}
