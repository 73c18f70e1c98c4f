using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Omr.Benchmarks.Campaign;
using Omr.Benchmarks.Folder;

if (args is [WorkerComparison.Verb])
    return Omr.Scanner.Workers.WorkerHost.Serve();
if (args is ["campaign", ..])
    return await CampaignCommand.RunAsync(args[1..]);
if (args is ["folder", ..])
    return await FolderCommand.RunAsync(args[1..]);

// In this process: the generated project of BenchmarkDotNet's usual toolchain would not find the native libraries.
var config = DefaultConfig.Instance
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "omr-bench"));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
return 0;
