namespace Omr.Benchmarks.Hosted;

/// <summary>On what and when figures were measured.</summary>
internal static class Conditions
{
    public static string Text =>
        $"Engine {Service.ProgramVersion.Text}, measured {TimeProvider.System.GetUtcNow():yyyy-MM-dd} on {Environment.ProcessorCount} shared cores, load {Load} at the end.";

    private static string Load => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?";
}
