using System.CommandLine;
using System.CommandLine.Parsing;

namespace Omr.Service.Cli;

/// <summary>Says in one line of the chosen language what is wrong with the arguments, and what to do.</summary>
internal static class UsageError
{
    /// <summary>The first thing that is wrong, or null.</summary>
    public static string? In(ParseResult parsed, Language language)
    {
        var command = parsed.CommandResult.Command;
        var problem = WrongVerb(parsed, command, language)
            ?? SwallowedOption(parsed, command, language)
            ?? UnknownWord(parsed, language)
            ?? Missing(parsed, command, language)
            ?? WrongValue(parsed, language);
        if (problem is null) return null;
        var path = HelpText.Path(command);
        return $"{problem} ({language.Pick("lihat", "see")}: {path} --help)";
    }

    private static string? WrongVerb(ParseResult parsed, Command command, Language language)
    {
        if (command.Subcommands.Count == 0) return null;
        var verbs = string.Join(", ", command.Subcommands.Select(c => c.Name));
        return parsed.UnmatchedTokens is [var word, ..]
            ? language.Pick(
                $"\"{word}\" tidak dikenal; yang ada: {verbs}", $"\"{word}\" is unknown; there are: {verbs}")
            : language.Pick($"perintah belum disebutkan; yang ada: {verbs}", $"no verb given; there are: {verbs}");
    }

    // The parser takes the word after an option for its value, even where that is the next option.
    private static string? SwallowedOption(ParseResult parsed, Command command, Language language) =>
        command.Options.FirstOrDefault(o => parsed.GetResult(o)?.Tokens.Any(IsOption) == true) is { } option
            ? NeedsValue(option, language)
            : null;

    private static bool IsOption(Token token) => token.Value.StartsWith("--", StringComparison.Ordinal);

    private static string NeedsValue(Option option, Language language) => language.Pick(
        $"nilai untuk {HelpText.Synopsis(option)} belum diberikan", $"{HelpText.Synopsis(option)} needs a value");

    // The parser takes an unknown option for a PATH where a verb has one; nobody means a path by "--ot".
    private static string? UnknownWord(ParseResult parsed, Language language)
    {
        var options = parsed.Tokens.TakeWhile(t => t.Type != TokenType.DoubleDash).Select(t => t.Value).ToHashSet();
        var paths = parsed.CommandResult.Tokens.Select(t => t.Value);
        var word = parsed.UnmatchedTokens
            .Concat(paths.Where(p => p.StartsWith('-') && options.Contains(p)))
            .FirstOrDefault();
        if (word is null) return null;
        return word.StartsWith('-')
            ? language.Pick($"opsi {word} tidak dikenal", $"unknown option {word}")
            : language.Pick($"\"{word}\" berlebih", $"\"{word}\" is one word too many");
    }

    private static string? Missing(ParseResult parsed, Command command, Language language)
    {
        var name = command.Arguments
            .Where(a => a.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(a) is not { Tokens.Count: > 0 })
            .Select(a => a.Name)
            .Concat(command.Options
                .Where(o => o.Required && parsed.GetResult(o) is not { IdentifierToken: not null })
                .Select(HelpText.Synopsis))
            .FirstOrDefault();
        return name is null ? null : language.Pick($"{name} belum diberikan", $"{name} is missing");
    }

    private static string? WrongValue(ParseResult parsed, Language language)
    {
        if (parsed.Errors is not [var error, ..]) return null;
        var result = error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult;
        if (result is null) return error.Message;
        var option = result.Option;
        if (result.Tokens is not [var value, ..]) return NeedsValue(option, language);
        if (result.Tokens.Count > option.Arity.MaximumNumberOfValues)
        {
            return language.Pick(
                $"{option.Name} hanya boleh satu kali dengan satu nilai",
                $"{option.Name} may be given once, with one value");
        }
        return language.Pick(
            $"nilai \"{value.Value}\" untuk {option.Name} tidak dapat dipakai; yang benar: {option.HelpName}",
            $"\"{value.Value}\" can't be used for {option.Name}; it takes {option.HelpName}");
    }
}
