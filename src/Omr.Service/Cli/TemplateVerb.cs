using System.CommandLine;
using System.Globalization;
using Omr.Engine.Template;
using Omr.Forms.Ljk;
using static Omr.Service.CsvCell;

namespace Omr.Service.Cli;

/// <summary><c>omr template</c>: the forms that can be read and printed.</summary>
internal static class TemplateVerb
{
    /// <summary>The verb with its own verbs.</summary>
    public static Verb Make(Terminal terminal) => new(
        "template",
        terminal.Say(
            "Formulir: daftar, isi, pemeriksaan, letak bulatan", "Forms: list, content, check, places of bubbles"),
        "omr template list")
    {
        List(terminal), Show(terminal), Check(terminal), Bubbles(terminal),
    };

    private static Verb List(Terminal terminal)
    {
        var verb = new Verb("list", terminal.Say("Formulir bawaan", "The built-in forms"), "omr template list");
        var width = LjkForm.All.Max(t => t.Id.Length);
        verb.SetAction(_ =>
        {
            foreach (var form in LjkForm.All) terminal.Out.WriteLine($"{form.Id.PadRight(width)}  {form.Title}");
            return ExitCode.Done;
        });
        return verb;
    }

    private static Verb Show(Terminal terminal) => ForOneForm(
        terminal, "show", terminal.Say("Isi formulir sebagai JSON", "A form as JSON"), "omr template show ljk-ukg-100",
        form => terminal.Out.WriteLine(TemplateFile.Write(form).TrimEnd()));

    private static Verb Bubbles(Terminal terminal) => ForOneForm(
        terminal, "bubbles",
        terminal.Say(
            "Letak setiap bulatan sebagai CSV, dalam milimeter", "The place of every bubble as CSV, in millimetres"),
        "omr template bubbles ljk-ukg-100",
        form =>
        {
            terminal.Out.WriteLine("field,item,value,x_mm,y_mm,w_mm,h_mm");
            foreach (var bubble in form.Bubbles()) terminal.Out.WriteLine(Row(bubble));
        });

    private static Verb Check(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = terminal.Say("Berkas JSON", "A JSON file") };
        var verb = new Verb(
            "check",
            terminal.Say("Memeriksa berkas formulir", "Checks a form file"),
            "omr template check formulir.json")
        {
            file,
        };
        verb.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            if (TemplateChoice.FromFile(path, terminal.Language, out var problem) is not { } form)
                return terminal.Fail(problem);
            terminal.Out.WriteLine(terminal.Say(
                $"{path}: baik ({form.Id} versi {form.Version}, {form.Bubbles().Count()} bulatan)",
                $"{path}: ok ({form.Id} version {form.Version}, {form.Bubbles().Count()} bubbles)"));
            return ExitCode.Done;
        });
        return verb;
    }

    private static Verb ForOneForm(
        Terminal terminal, string name, string description, string example, Action<FormTemplate> print)
    {
        var form = new Argument<string>("NAME|FILE")
        {
            Description = terminal.Say(
                "Nama formulir bawaan atau berkas JSON", "Name of a built-in form or a JSON file"),
        };
        var verb = new Verb(name, description, example) { form };
        verb.SetAction(parsed =>
        {
            var named = parsed.GetRequiredValue(form);
            if (TemplateChoice.Of(named, terminal.Language, out var problem) is not { } template)
                return terminal.Fail(problem);
            print(template);
            return ExitCode.Done;
        });
        return verb;
    }

    // Thousandths of a millimetre are enough, and don't show how the sums were rounded.
    private static string Row(TemplateBubble bubble)
    {
        var (x, y, width, height) = bubble.Box;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Of(bubble.Field)},{bubble.Item},{Of(bubble.Value)},{x:0.###},{y:0.###},{width:0.###},{height:0.###}");
    }
}
