namespace Omr.Service.Cli;

/// <summary><c>omr read</c>.</summary>
internal static class ReadVerb
{
    /// <summary>The verb with its options.</summary>
    public static Verb Make(Terminal terminal) => new("read", terminal.Say("", ""), "omr read");
}
