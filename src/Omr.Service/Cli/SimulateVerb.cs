namespace Omr.Service.Cli;

/// <summary><c>omr simulate</c>.</summary>
internal static class SimulateVerb
{
    /// <summary>The verb with its options.</summary>
    public static Verb Make(Terminal terminal) => new("simulate", terminal.Say("", ""), "omr simulate");
}
