namespace Omr.Engine.Tests;

/// <summary>
/// The figures that a test measured, for a person to see: in the test's own output, and in the file that the launcher
/// shows at the end.
/// </summary>
internal static class Figures
{
    private static readonly Lock Gate = new();

    public static void Say(ITestOutputHelper output, string line)
    {
        output.WriteLine(line);
        if (Environment.GetEnvironmentVariable("OMR_FIGURES") is not { Length: > 0 } file)
            return;
        lock (Gate)
            File.AppendAllText(file, line + Environment.NewLine);
    }
}
