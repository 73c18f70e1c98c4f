using Omr.Service.Cli;

using var stop = new StopSignal();
using var terminal = Terminal.OfThisProcess(args);
return await CommandLine.RunAsync(args, terminal, stop.Token);
