using System.Globalization;
using Omr.Engine.Template;
using Omr.Forms.Ljk;

namespace Omr.Benchmarks.Folder;

/// <summary>What <c>omr bench folder</c> was asked to do.</summary>
internal sealed record FolderOptions(string Folder, FormTemplate Template, int Jobs, int Rounds, bool Workers)
{
    public const string Usage = "usage: omr bench folder DIR [--template ID|FILE] [--jobs N] [--rounds N] [--workers no]";

    /// <summary>Reads the arguments; null and one line when they say nothing that can be done.</summary>
    public static FolderOptions? Parse(IReadOnlyList<string> args, out string problem)
    {
        var values = new Dictionary<string, string> { ["--template"] = "ljk-ukg-100", ["--jobs"] = "0", ["--rounds"] = "7", ["--workers"] = "yes" };
        problem = Usage;
        if (args.Count % 2 == 0)
            return null;
        for (var i = 1; i < args.Count; i += 2)
        {
            if (!values.ContainsKey(args[i]))
                return null;
            values[args[i]] = args[i + 1];
        }

        var jobs = Number(values["--jobs"]);
        var rounds = Number(values["--rounds"]);
        if (jobs < 0 || rounds < 1)
            return null;
        if (FindTemplate(values["--template"], out problem) is not { } template)
            return null;
        return new(args[0], template, jobs == 0 ? Environment.ProcessorCount : jobs, rounds, values["--workers"] == "yes");
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

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
