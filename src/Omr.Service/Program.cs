using Omr.Scanner.Workers;
using Omr.Service.Cli;

// Not a verb for people: the program starts itself so, and the command line's parser would only take time.
if (args is [WorkerProgram.Verb])
    return WorkerHost.Serve();

using var stop = new StopSignal();
using var terminal = Terminal.OfThisProcess(args);
return await CommandLine.RunAsync(args, terminal, stop.Token);
