using System.Diagnostics;
using System.Globalization;
using Omr.Benchmarks.Campaign;
using Omr.Scanner.Native;
using Omr.Service.Access;
using Omr.Service.Hosting;
using Omr.Service.Rehearsal;
using Omr.Service.Storage;

namespace Omr.Benchmarks.Hosted;

/// <summary>
/// A province's pile dropped at once, from drop folder to stored reading, in turns with <c>omr read</c>
/// on the same files with as many jobs; the service's memory meanwhile; and what it tells at the end, scored and
/// reconciled, against the truth.
/// </summary>
internal static class ServiceCommand
{
    public const string Usage = "usage: omr bench service DIR --roster F.csv [--sheets N] [--jobs N] (DIR with its truth.csv)";

    private const int UsualSheets = 5000;

    public static async Task<int> RunAsync(string[] args)
    {
        var usual = new Dictionary<string, string>
        {
            ["--sheets"] = $"{UsualSheets}", ["--roster"] = "", ["--jobs"] = $"{Environment.ProcessorCount}",
        };
        if (BenchOptions.Parse(args, Usage, usual) is not { } options)
            return 2;
        var truthFile = Path.Combine(options.Folder, "truth.csv");
        if ((File.Exists(options["--roster"]) ? truthFile : options["--roster"]) is var needed && !File.Exists(needed))
        {
            Console.Error.WriteLine(needed.Length == 0 ? $"omr bench: {Usage}" : $"omr bench: {needed}: no such file");
            return 2;
        }

        var truth = new ExamTruth(truthFile, options["--roster"]);
        var files = options.Files.Take(options.Number("--sheets")).Select(f => f.Path).ToList();
        var jobs = options["--jobs"];
        var read = await ReadAsync(files, jobs);
        Console.WriteLine($"omr read: {files.Count} files in {read.TotalSeconds:0.0} s");
        var dropped = await IntakeCheck.HashesAsync(files);
        using var folder = new ScratchFolder();
        var (served, steady, memory, check, rooms) = await ServeAsync(files, truth, folder.Path, jobs);
        Console.WriteLine($"service: {served.TotalSeconds:0.0} s");
        var again = await ReadAsync(files, jobs);
        var faults = await IntakeCheck.FaultsAsync(folder.Path, dropped);
        var lost = faults.Count(f => !f.Contains("refused", StringComparison.Ordinal));
        foreach (var fault in faults.Take(20))
            Console.WriteLine(fault);
        var usually = (read + again) / 2;
        MeasurementsFile.Put("service", "service", $"""
            ## The service beside omr read

            `./omr bench service DIR --roster F.csv`: roster, attendance list, the minutes of {rooms} rooms and keys sealed by three people are entered over HTTP; then {files.Count} simulated sheets, which lie flushed beside the drop folder, are moved into it room by room, faster than any scanner or disk could write them; the clock runs from the first move to the last stored reading (waiting until a file rests, copy to the vault, ledger and both flushes to the disk included, what a scanner does itself not). `omr read` reads the same files from where they lie, before and after, {jobs} jobs in both.

            | | seconds | sheets a second |
            |---|---|---|
            | omr read, before and after | {read.TotalSeconds:0.0}, {again.TotalSeconds:0.0} | {files.Count / usually.TotalSeconds:0.0} |
            | the service, from the first move | {served.TotalSeconds:0.0} | {files.Count / served.TotalSeconds:0.0} |
            | the service, from the first stored reading | | {steady:0.0} |

            Service : read = **{usually / served:0.00}** from the first move, with the seconds for which a file must rest (goal 0.85), {steady * usually.TotalSeconds / files.Count:0.00} from the first stored reading. Refused pages {faults.Count - lost}; lost, doubled or left over {lost}. Memory of the service and its workers, shared pages counted once, in MB at each tenth of the way: {string.Join(", ", memory.Select(m => m.ToString("0", CultureInfo.InvariantCulture)))}.

            Then a scoring run is started and the service asked over HTTP:

            {string.Join("\n", check.Lines.Select(l => $"- {l}"))}

            {Conditions.Text}

            """, whole: files.Count >= UsualSheets);
        return lost == 0 && check.Holds ? 0 : 1;
    }

    private static async Task<TimeSpan> ReadAsync(List<string> files, string jobs)
    {
        // The folder's own files only: a list of 5,000 paths is too long for a command line.
        var folder = Path.GetDirectoryName(files[0])!;
        var all = Directory.GetFiles(folder, "*.jpg").Length + Directory.GetFiles(folder, "*.tif").Length;
        var took = await ServiceProcess.RunVerbAsync("read", folder, "--template", "ljk-ukg-100", "--jobs", jobs);
        return took * files.Count / all;
    }

    private static async Task<(TimeSpan Took, double Steady, List<double> Memory, (bool Holds, IReadOnlyList<string> Lines) Check, int Rooms)> ServeAsync(
        List<string> files, ExamTruth truth, string data, string jobs)
    {
        using var service = ServiceProcess.Start(data, new Dictionary<string, string> { ["Jobs"] = jobs, ["Forms__0"] = "ljk-ukg-100" });
        await service.ReadyAsync();
        await using var store = new Store(DataFolder.DatabaseOf(data));
        using var callers = new ServiceRehearsal(service.Url, new Accounts(store, TimeProvider.System));
        var desk = new ExamDesk(callers, truth, files);
        await desk.EnterAsync(CancellationToken.None);

        var staged = Path.Combine(data, "staged");
        Stage(files, truth, staged);
        var watch = Stopwatch.StartNew();
        foreach (var room in Directory.GetDirectories(staged))
            Directory.Move(room, Path.Combine(data, "drop", Path.GetFileName(room)));
        var memory = new List<double>();
        (TimeSpan At, int Read) first = default;
        for (var read = 0; read < files.Count;)
        {
            await Task.Delay(250);
            read = await ServiceProcess.FilesReadAsync(data);
            if (read > 0 && first.Read == 0)
                first = (watch.Elapsed, read);
            if (read * 10 / files.Count > memory.Count)
                memory.Add(service.Megabytes());
        }

        var took = watch.Elapsed;
        var check = new ExamCheck(callers, truth, desk.Rooms);
        var lines = await check.RunAsync(files, CancellationToken.None);
        foreach (var line in lines)
            Console.WriteLine(line);
        return (took, (files.Count - first.Read) / (took - first.At).TotalSeconds, memory, (check.Holds, lines), desk.Rooms.Count);
    }

    private static void Stage(List<string> files, ExamTruth truth, string to)
    {
        foreach (var file in files)
        {
            var folder = Path.Combine(to, truth.RoomOf(truth.NumberOf(file)));
            Directory.CreateDirectory(folder);
            var copy = Path.Combine(folder, Path.GetFileName(file));
            File.Copy(file, copy);
            DurableFiles.Flush(copy); // or the disk would still be busy with it when the clock runs
        }
    }
}
