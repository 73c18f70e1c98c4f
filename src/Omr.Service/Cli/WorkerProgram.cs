using System.Runtime.InteropServices;
using Omr.Scanner.Workers;

namespace Omr.Service.Cli;

/// <summary>How this program starts itself as a worker.</summary>
internal static class WorkerProgram
{
    /// <summary>The verb that makes a worker of it; hidden, because it serves only the program.</summary>
    public const string Verb = "worker";

    /// <summary>
    /// The program beside this assembly; where there is only the assembly, the runtime's own <c>dotnet</c> with it.
    /// </summary>
    public static WorkerCommand Command { get; } = Find();

    private static WorkerCommand Find()
    {
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        var program = Path.Combine(AppContext.BaseDirectory, "omr" + suffix);
        // shared/Microsoft.NETCore.App/10.0.0/ lies three folders below the runtime's root.
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var dotnet = Path.Combine(root, "dotnet" + suffix);
        return File.Exists(dotnet)
            ? new(dotnet, [Path.Combine(AppContext.BaseDirectory, "omr.dll"), Verb])
            : new(program, [Verb]);
    }
}
