using System.CommandLine;
using System.CommandLine.Invocation;

namespace Omr.Service.Cli;

/// <summary>The help of a verb in the chosen language: what it does, its arguments and options, an example.</summary>
internal sealed class HelpText(Language language) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine($"{language.Pick("Pemakaian", "Usage")}: {Usage(command)}");
        WriteTable(output, language.Pick("Perintah", "Verbs"), Rows(command.Subcommands));
        WriteTable(output, language.Pick("Argumen", "Arguments"), Rows(command.Arguments));
        WriteTable(
            output,
            language.Pick("Opsi", "Options"),
            command.Options.Concat(InheritedOptions(command)).Select(o => (Synopsis(o), Describe(o))));
        if (command is Verb verb)
        {
            output.WriteLine();
            output.WriteLine($"{language.Pick("Contoh", "Example")}:");
            output.WriteLine($"  {verb.Example}");
        }
        return ExitCode.Done;
    }

    /// <summary>The words that call a command: <c>omr template show</c>.</summary>
    public static string Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent
            ? $"{Path(parent)} {command.Name}"
            : command.Name;

    /// <summary>An option with what it takes: <c>--out F.csv</c>.</summary>
    public static string Synopsis(Option option) =>
        option.HelpName is { } value ? $"{option.Name} {value}" : option.Name;

    private string Usage(Command command)
    {
        var words = new List<string> { Path(command) };
        if (command.Subcommands.Count > 0) words.Add(language.Pick("PERINTAH", "VERB"));
        words.AddRange(command.Arguments.Select(a => a.Arity.MaximumNumberOfValues > 1 ? a.Name + "..." : a.Name));
        words.AddRange(command.Options.Where(o => o.Required).Select(Synopsis));
        words.Add(language.Pick("[opsi]", "[options]"));
        return string.Join(' ', words);
    }

    private string Describe(Option option) =>
        option.Required ? $"{option.Description} ({language.Pick("wajib", "required")})" : option.Description ?? "";

    private static IEnumerable<(string, string)> Rows(IEnumerable<Symbol> symbols) =>
        symbols.Select(s => (s.Name, s.Description ?? ""));

    private static IEnumerable<Option> InheritedOptions(Command command) =>
        command.Parents.OfType<Command>()
            .SelectMany(p => p.Options.Where(o => o.Recursive).Concat(InheritedOptions(p)));

    private static void WriteTable(TextWriter output, string title, IEnumerable<(string Name, string Text)> rows)
    {
        var table = rows.ToList();
        if (table.Count == 0) return;
        var width = table.Max(r => r.Name.Length);
        output.WriteLine();
        output.WriteLine($"{title}:");
        foreach (var (name, text) in table) output.WriteLine($"  {name.PadRight(width)}  {text}");
    }
}
