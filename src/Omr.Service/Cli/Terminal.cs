using System.Text;
using Omr.Scanner;
using Omr.Service.Rosters;

namespace Omr.Service.Cli;

/// <summary>
/// Where a verb speaks: results on <see cref="Out"/>, everything meant for a person on <see cref="Error"/>.
/// </summary>
internal sealed class Terminal(TextWriter output, TextWriter error, Language language, bool isWatched) : IDisposable
{
    private const string EraseLine = "\r\e[K";

    // What a clerk corrects in one go without scrolling.
    private const int MaxRowErrors = 20;

    private bool _progressShown;

    /// <summary>Results.</summary>
    public TextWriter Out { get; } = output;

    /// <summary>Errors, warnings, the summary.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>The language of everything that isn't data.</summary>
    public Language Language { get; } = language;

    /// <summary>The terminal of the running process; a person watches if standard error isn't redirected.</summary>
    public static Terminal OfThisProcess(IReadOnlyList<string> arguments)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(
            new StreamWriter(Console.OpenStandardOutput(), utf8, 1 << 16) { NewLine = "\n" },
            new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true },
            Language.Of(arguments, Environment.GetEnvironmentVariable("OMR_LANG")),
            isWatched: !Console.IsErrorRedirected);
    }

    /// <summary>The wording in the terminal's language.</summary>
    public string Say(string indonesian, string english) => Language.Pick(indonesian, english);

    /// <summary>Tells the one thing that is wrong, on one line, and gives the exit code for it.</summary>
    public int Fail(string problem)
    {
        Note(FileNames.Shown("omr: " + problem.ReplaceLineEndings(" ")));
        return ExitCode.Bad;
    }

    /// <summary>
    /// Tells what is wrong in the rows of a list, a line each up to twenty, and gives the exit code for it.
    /// </summary>
    public int Fail(IReadOnlyCollection<RowError> errors)
    {
        foreach (var error in errors.Take(MaxRowErrors)) Fail(Language.Pick(error.Line.Indonesian, error.Line.English));
        var more = errors.Count - MaxRowErrors;
        return more > 0 ? Fail(Say($"dan {more} kesalahan lagi", $"and {more} more errors")) : ExitCode.Bad;
    }

    /// <summary>A line for a person.</summary>
    public void Note(string line)
    {
        Progress("");
        Error.WriteLine(line);
    }

    /// <summary>Replaces the line that says how far the work is; only where somebody watches.</summary>
    public void Progress(string line)
    {
        if (!isWatched || (line.Length == 0 && !_progressShown)) return;
        Error.Write(EraseLine + line);
        _progressShown = line.Length > 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Out.Dispose();
        Error.Dispose();
    }
}
