using Omr.Engine.Template;
using Omr.Forms.Ljk;

namespace Omr.Service.Cli;

/// <summary>Finds the form that a user names: a built-in one by its id, else a JSON file.</summary>
internal static class TemplateChoice
{
    /// <summary>The form, or null with one clear line.</summary>
    public static FormTemplate? Of(string name, Language language, out string problem)
    {
        problem = "";
        if (LjkForm.All.FirstOrDefault(t => t.Id == name) is { } builtIn) return builtIn;
        if (File.Exists(name)) return FromFile(name, language, out problem);
        var ids = string.Join(", ", LjkForm.All.Select(t => t.Id));
        problem = language.Pick(
            $"{name}: bukan formulir bawaan dan bukan berkas; yang bawaan: {ids}",
            $"{name}: neither a built-in form nor a file; built in are: {ids}");
        return null;
    }

    /// <summary>All the forms, or null with one clear line. A page's QR must be able to pick one of them.</summary>
    public static IReadOnlyList<FormTemplate>? Of(IReadOnlyList<string> names, Language language, out string problem)
    {
        problem = "";
        var templates = new List<FormTemplate>();
        foreach (var name in names.Distinct())
        {
            if (Of(name, language, out problem) is not { } template) return null;
            if (templates.Exists(t => t.Id == template.Id && t.Version == template.Version))
            {
                problem = language.Pick(
                    $"{name}: formulir {template.Id} versi {template.Version} diberikan dua kali; berikan satu saja",
                    $"{name}: form {template.Id} version {template.Version} is given twice; give one of them");
                return null;
            }
            templates.Add(template);
        }
        return templates;
    }

    /// <summary>The form that a JSON file describes, or null with one clear line that names the JSON path.</summary>
    public static FormTemplate? FromFile(string path, Language language, out string problem)
    {
        problem = language.Pick(
            $"{path}: berkas tidak ada; periksa letaknya", $"{path}: no such file; check where it is");
        if (!File.Exists(path)) return null;
        problem = "";
        try
        {
            var template = TemplateFile.Parse(File.ReadAllText(path), out var fault);
            if (fault is not null) problem = $"{path}: {fault}";
            return template;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problem = language.Pick(
                $"{path}: tidak dapat dibaca ({error.Message}); periksa letak dan izinnya",
                $"{path}: can't be read ({error.Message}); check where it is and its permissions");
            return null;
        }
    }
}
