using Omr.Engine.Imaging;
using Omr.Engine.Template;

namespace Omr.Engine.Locate;

/// <summary>
/// Finds out which of the given forms a page is. The form's own code says so; a code that names another form or another
/// version is a refusal, however well the marks fit. Where the code can't be read, the form is taken for the given one
/// only if there is just one to choose from, and registration must then bear it out.
/// </summary>
internal sealed class FormFinder
{
    private readonly SheetLocator _locator = new();

    public (FoundForm? Form, Refusal? Refusal) Find(GrayImage page, IReadOnlyList<FormLayout> layouts)
    {
        Refusal? first = null;
        foreach (var layout in layouts)
        {
            var (located, refusal) = _locator.Locate(page, layout);
            first ??= refusal;
            if (located is null)
                continue;
            if (layout.Template.Codes.FirstOrDefault(c => c.Role == CodeRole.Form) is not { } area)
                return (new(layout, located, ""), null);
            if (CodeReader.Read(page, located.Map, area) is { } text)
                return Choose(page, layouts, layout, located, text);
            if (layouts.Count == 1)
                return (new(layout, located, "", Unnamed: true), null);
            first = new(1, RefusalReason.OtherForm, "code=unreadable");
        }

        return (null, first);
    }

    private (FoundForm? Form, Refusal? Refusal) Choose(
        GrayImage page, IReadOnlyList<FormLayout> layouts, FormLayout tried, LocatedSheet located, string text)
    {
        var code = FormCode.Parse(text);
        var named = layouts.FirstOrDefault(l => l.Template.Id == code?.TemplateId && l.Template.Version == code.Version);
        if (named is null)
            return (null, new(1, RefusalReason.OtherForm, $"code=\"{text}\""));
        if (named != tried)
        {
            var (again, refusal) = _locator.Locate(page, named);
            if (again is null)
                return (null, refusal);
            located = again;
        }

        return (new(named, located, code!.Serial), null);
    }
}
