using System.Diagnostics;
using Omr.Service.Cli;

namespace Omr.Service.Tests.Cli;

/// <summary>Runs the program: in this process, or as users do.</summary>
internal static class CliRunner
{
    public static readonly string Program =
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "omr.exe" : "omr");

    public static async Task<CliResult> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var terminal = new Terminal(output, error, Language.Of(arguments, null), isWatched: false);
        var exit = await CommandLine.RunAsync(arguments, terminal, TestContext.Current.CancellationToken);
        return new(exit, output.ToString(), error.ToString());
    }

    public static Process Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("OMR_LANG");
        return Process.Start(start)!;
    }

    public static async Task<CliResult> EndAsync(Process process)
    {
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, output, await error);
    }
}
