using System.Collections.Immutable;
using Omr.Engine;
using Omr.Service.Scoring;

namespace Omr.Service.Storage;

/// <summary>
/// Answers as a line that a person can read, items joined by commas: <c>A</c> an option, nothing a blank, <c>A|C</c>
/// several, <c>?A|C</c> doubtful and perhaps one of these.
/// </summary>
internal static class AnswerText
{
    public static string Of(IReadOnlyList<Answer> answers) =>
        string.Join(',', answers.Select(a => a.Status == ReadStatus.Doubtful ? "?" + a.Value : a.Value));

    public static ImmutableArray<Answer> Parse(string text) =>
        text.Length == 0 ? [] : [.. text.Split(',').Select(ParseOne)];

    /// <summary>A single item of such a line.</summary>
    public static Answer ParseOne(string item) => item switch
    {
        "" => new(ReadStatus.Blank, ""),
        [var option] => option == '?' ? Answer.Unseen : new(ReadStatus.Ok, Option(option)),
        ['?', .. var may] => new(ReadStatus.Doubtful, may),
        _ => new(item.Contains('|', StringComparison.Ordinal) ? ReadStatus.Multiple : ReadStatus.Ok, item),
    };

    // A province has ten million answers of one letter: they share their text.
    private static string Option(char option) => option < Options.Length ? Options[option] : option.ToString();

    private static readonly string[] Options = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];
}
