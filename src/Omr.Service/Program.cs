using Omr.Service.Cli;

using var terminal = Terminal.OfThisProcess(args);
return await CommandLine.RunAsync(args, terminal);
