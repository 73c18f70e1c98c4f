namespace Omr.Service.Cli;

/// <summary>Text as a CSV cell holds it (RFC 4180).</summary>
internal static class CsvText
{
    /// <summary>The text, in quotes where it needs them.</summary>
    public static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
