namespace Omr.Scanner;

/// <summary>What a process says on standard error, as one short line.</summary>
internal static class ErrorText
{
    private const int MaxChars = 300;

    /// <summary>
    /// Reads to the end and keeps the beginning: a damaged file can make a library complain for megabytes, and all of it
    /// must be read, or the process waits for a reader.
    /// </summary>
    public static async Task<string> ReadAsync(StreamReader error, CancellationToken stop)
    {
        var text = "";
        while (await error.ReadLineAsync(stop) is { } line)
            if (text.Length < MaxChars) text += (text.Length > 0 ? "; " : "") + line;
        return text.Length > MaxChars ? text[..MaxChars] : text;
    }
}
