using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Omr.Benchmarks;
using Omr.Benchmarks.Audit;
using Omr.Benchmarks.Campaign;
using Omr.Benchmarks.Digest;
using Omr.Benchmarks.Faults;
using Omr.Benchmarks.Folder;
using Omr.Benchmarks.Hosted;
using Omr.Benchmarks.Http;
using Omr.Benchmarks.PowerLoss;
using Omr.Benchmarks.Properties;
using Omr.Benchmarks.Reconcile;
using Omr.Benchmarks.Soak;
using Omr.Benchmarks.Workers;

switch (args is [_, "--help" or "-h"] ? args[1..] : args)
{
    case ["campaign", ..]:
        return await CampaignCommand.RunAsync(args[1..]);
    case ["properties", ..]:
        return await PropertiesCommand.RunAsync(args[1..]);
    case ["folder", ..]:
        return await FolderCommand.RunAsync(args[1..]);
    case ["workers", ..]:
        return await WorkersCommand.RunAsync(args[1..]);
    case [WorkersCommand.Verb]:
        return Omr.Scanner.Workers.WorkerHost.Serve();
    case ["soak", ..]:
        return await SoakCommand.RunAsync(args[1..]);
    case ["service", ..]:
        return await ServiceCommand.RunAsync(args[1..]);
    case ["kills", ..]:
        return await KillsCommand.RunAsync(args[1..]);
    case ["faults", ..]:
        return await FaultsCommand.RunAsync(args[1..]);
    case ["writers", ..]:
        return await WritersCommand.RunAsync(args[1..]);
    case ["malformed", ..]:
        return await MalformedCommand.RunAsync(args[1..]);
    case ["power-loss", ..]:
        return await PowerLossCommand.RunAsync(args[1..]);
    case ["burst", ..]:
        return await BurstCommand.RunAsync(args[1..]);
    case ["reconcile", ..]:
        return ReconcileCommand.Run(args[1..]);
    case ["audit", ..]:
        return await AuditCommand.RunAsync(args[1..]);
    case ["digest", ..]:
        return DigestCommand.Run(args[1..]);
    case ["http", ..]:
        return await HttpCommand.RunAsync(args[1..]);
    case [] or ["--help" or "-h"]:
        Console.WriteLine($"""
            omr bench campaign   accuracy over many simulated sheets; written to docs/measurements.md
              {CampaignOptions.Usage}
            omr bench properties what must hold for any sheet: a sheet scanned again, weak marks in every place
              {PropertiesCommand.Usage}
            omr bench folder     time of reading a folder beside its decode floor, stage by stage, one thread and several
              {FolderCommand.Usage}
            omr bench workers    what reading in worker processes costs, one of them and two, and their memory
              {WorkersCommand.Usage}
            omr bench soak       memory while a folder is read again and again
              {SoakCommand.Usage}
            omr bench service    the hosted service from drop folder to score, beside omr read, and against the truth
              {ServiceCommand.Usage}
            omr bench kills      the service killed at random moments: every sheet exactly once
              {KillsCommand.Usage}
            omr bench faults     full disks, lost folders, a wrong clock, killed workers, a damaged database: alarms, and every sheet once
              {FaultsCommand.Usage}
            omr bench writers    slow, pausing and careless writers: no file read from partial bytes
              {WritersCommand.Usage}
            omr bench malformed  thousands of damaged, lying and hostile files through the drop folder of a running service
              {MalformedCommand.Usage}
            omr bench power-loss the power cut at random moments: nothing that was acknowledged is lost
              {PowerLossCommand.Usage}
            omr bench burst      20,000 files at once, while every event of the watcher is lost: none missed
              {BurstCommand.Usage}
            omr bench reconcile  the live reconciliation of a province: from scratch, and one change at a time
              {ReconcileCommand.Usage}
            omr bench audit      a log of a million entries: built, verified against signed heads, appended to
              {AuditCommand.Usage}
            omr bench digest     hash of everything read from a folder: did a change change a reading?
              {DigestCommand.Usage}
            omr bench http       how fast the hosted service tells single scores, asked over many connections
              {HttpOptions.Usage}
            omr bench --filter '*'   stages and kernels by BenchmarkDotNet ('*Stage*', '*Kernel*', '*Sheet*'; --list flat)
            """);
        return 0;
    case [['-', ..], ..]:
        break;
    default:
        Console.Error.WriteLine($"omr bench: {args[0]}: no such command; see omr bench --help");
        return 2;
}

// In this process: the generated project of BenchmarkDotNet's usual toolchain would not find the native libraries.
var config = DefaultConfig.Instance
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "omr-bench"));
BenchmarkSwitcher.FromAssembly(typeof(BenchOptions).Assembly).Run(args, config);
return 0;
