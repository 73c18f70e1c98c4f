namespace Omr.Service.Cli;

/// <summary><c>omr print</c>.</summary>
internal static class PrintVerb
{
    /// <summary>The verb with its options.</summary>
    public static Verb Make(Terminal terminal) => new("print", terminal.Say("", ""), "omr print");
}
