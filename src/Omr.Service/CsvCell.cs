using System.Text.RegularExpressions;

namespace Omr.Service;

/// <summary>
/// The one place where text becomes a cell of a CSV and comes back: quoted as RFC 4180 has it, and harmless in a spreadsheet
/// (ASVS 1.2.10). What a spreadsheet would take for a formula gets an apostrophe in front, which it shows as text: at the
/// beginning, and after what another country's spreadsheet takes for the end of a cell (semicolon, tab) or of a line. Whoever
/// reads a list of ours takes just these apostrophes away again.
/// </summary>
internal static partial class CsvCell
{
    /// <summary>The cell, as it stands between two commas.</summary>
    public static string Of(string text)
    {
        var tamed = Tamed(text);
        return tamed == text && text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{tamed.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>The text with all that could come to life tamed.</summary>
    public static string Tamed(string text) => Live().Replace(text, static m => "'" + m.Value);

    /// <summary>The text as it was before it was tamed.</summary>
    public static string Untamed(string text) =>
        text.Contains('\'', StringComparison.Ordinal) ? Tame().Replace(text, static m => m.Value[1..]) : text;

    // = + - @, also in full width, tab, CR and NUL, each with the apostrophes that it may have already.
    [GeneratedRegex("(?<=^|[;\\t\\r\\n\\0\"])(?='*[=+\\-@\uff1d\uff0b\uff0d\uff20])|^(?='*[\\t\\r\\n\\0])", RegexOptions.CultureInvariant)]
    private static partial Regex Live();

    [GeneratedRegex("(?<=^|[;\\t\\r\\n\\0\"])'(?='*[=+\\-@\uff1d\uff0b\uff0d\uff20])|^'(?='*[\\t\\r\\n\\0])", RegexOptions.CultureInvariant)]
    private static partial Regex Tame();
}
