namespace Omr.Service.Cli;

/// <summary><c>omr template</c>.</summary>
internal static class TemplateVerb
{
    /// <summary>The verb with its options.</summary>
    public static Verb Make(Terminal terminal) => new("template", terminal.Say("", ""), "omr template");
}
