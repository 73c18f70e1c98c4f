using System.CommandLine;

namespace Omr.Service.Cli;

/// <summary>Options and arguments that mean the same in several verbs.</summary>
internal static class SharedOptions
{
    /// <summary><c>PATH...</c>: files and folders of scans.</summary>
    public static Argument<string[]> Paths(Terminal terminal) => new("PATH")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = terminal.Say(
            "Berkas hasil pindai (JPEG, PNG, TIFF, BMP, PDF) atau folder berisi berkas itu",
            "Scanned files (JPEG, PNG, TIFF, BMP, PDF) or folders that hold them"),
    };

    /// <summary><c>--template T</c>, once.</summary>
    public static Option<string> Template(Terminal terminal) => new("--template")
    {
        Required = true,
        HelpName = terminal.Say("FORMULIR", "FORM"),
        Description = terminal.Say(
            "Nama formulir bawaan (lihat: omr template list) atau berkas JSON",
            "Name of a built-in form (see: omr template list) or a JSON file"),
    };

    /// <summary><c>--template T</c>, as often as there are forms in the pile.</summary>
    public static Option<string[]> Templates(Terminal terminal) => new("--template")
    {
        Required = true,
        HelpName = terminal.Say("FORMULIR", "FORM"),
        Description = terminal.Say(
            "Nama formulir bawaan atau berkas JSON; boleh beberapa kali, kode QR pada lembar yang memilih",
            "Name of a built-in form or a JSON file; may be repeated, the sheet's QR picks"),
    };

    /// <summary><c>--jobs N</c>: sheets read at the same time.</summary>
    public static Option<int> Jobs(Terminal terminal) => Number(
        "--jobs",
        terminal.Say("Banyaknya lembar yang dibaca bersamaan", "How many sheets are read at the same time"),
        1,
        256,
        Environment.ProcessorCount);

    /// <summary>An option that takes a file or folder.</summary>
    public static Option<string> File(string name, string helpName, string description, bool required) => new(name)
    {
        HelpName = helpName,
        Description = description,
        Required = required,
    };

    /// <summary>An option that takes one of a few words.</summary>
    public static Option<string> Choice(string name, string description, string usual, string[] words)
    {
        var option = new Option<string>(name)
        {
            HelpName = string.Join('|', words),
            Description = $"{description} ({usual})",
            DefaultValueFactory = _ => usual,
        };
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    /// <summary>An option that takes a whole number within bounds.</summary>
    public static Option<int> Number(string name, string description, int least, int most, int usual)
    {
        var option = new Option<int>(name)
        {
            HelpName = $"{least}..{most}",
            Description = $"{description} ({usual})",
            DefaultValueFactory = _ => usual,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is not [var word]) return;
            if (!int.TryParse(word.Value, out var number) || number < least || number > most)
                result.AddError(option.HelpName);
        });
        return option;
    }
}
