using System.Globalization;
using Omr.Engine.Template;
using Omr.Forms.Ljk;
using Omr.Scanner;

namespace Omr.Benchmarks;

/// <summary>What a command of <c>omr bench</c> was asked to do: a folder, and options that each take a value.</summary>
internal sealed class BenchOptions
{
    private readonly Dictionary<string, string> _values;

    private BenchOptions(IReadOnlyList<PaperFile> files, string folder, FormTemplate template, Dictionary<string, string> values) =>
        (Files, Folder, Template, _values) = (files, folder, template, values);

    public IReadOnlyList<PaperFile> Files { get; }

    public string Folder { get; }

    public FormTemplate Template { get; }

    public string this[string option] => _values[option];

    /// <summary>The option's number; options are checked to be numbers where their default is one.</summary>
    public int Number(string option) => int.Parse(_values[option], CultureInfo.InvariantCulture);

    /// <summary>Reads the arguments; says in one line what is wrong with them and returns null.</summary>
    /// <param name="args">The folder, then options.</param>
    /// <param name="usage">One line that says how the command is called.</param>
    /// <param name="defaults">The command's options beside <c>--template</c>, each with its default.</param>
    public static BenchOptions? Parse(IReadOnlyList<string> args, string usage, Dictionary<string, string> defaults)
    {
        var values = new Dictionary<string, string>(defaults) { ["--template"] = "ljk-ukg-100" };
        if (args.Count % 2 == 0)
            return Refuse(usage);
        for (var i = 1; i < args.Count; i += 2)
        {
            if (!values.TryGetValue(args[i], out var usual) || (IsNumber(usual) && !IsNumber(args[i + 1])))
                return Refuse(usage);
            values[args[i]] = args[i + 1];
        }

        if (PaperFiles.Find([args[0]], out var fault) is not { } files)
            return Refuse($"{fault!.Path}: no such folder");
        if (files.Count == 0)
            return Refuse($"{args[0]}: holds no scans");
        return FindTemplate(values["--template"], out var problem) is { } template
            ? new(files, args[0], template, values)
            : Refuse(problem);
    }

    private static BenchOptions? Refuse(string problem)
    {
        Console.Error.WriteLine($"omr bench: {problem}");
        return null;
    }

    private static bool IsNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;

    private static FormTemplate? FindTemplate(string name, out string problem)
    {
        problem = $"{name}: neither a built-in form nor a file";
        if (LjkForm.All.FirstOrDefault(t => t.Id == name) is { } ours)
            return ours;
        if (!File.Exists(name))
            return null;
        var template = TemplateFile.Parse(File.ReadAllText(name), out var fault);
        problem = $"{name}: {fault}";
        return template;
    }
}
