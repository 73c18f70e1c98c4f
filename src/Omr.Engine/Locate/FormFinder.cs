using Omr.Engine.Imaging;
using Omr.Engine.Template;

namespace Omr.Engine.Locate;

/// <summary>
/// Finds out which of the given forms a page is. The form's own code says so; a code that names another form or another
/// version is a refusal, however well the marks fit. A code that can't be read is looked at a second time with more care.
/// Where that is in vain too, the form is taken for the given one only if there is just one to choose from, and
/// registration must then bear it out; of several, print may settle it later.
/// </summary>
internal sealed class FormFinder
{
    /// <summary>The evidence of a refusal because no code could be read on a sheet that has the marks of a form.</summary>
    public const string Unreadable = "code=unreadable";

    private readonly SheetLocator _locator = new();
    private readonly CarefulCodeReader _careful = new();

    public (FoundForm? Form, Refusal? Refusal) Find(GrayImage page, IReadOnlyList<FormLayout> layouts)
    {
        Refusal? first = null;
        (FormLayout Layout, LocatedSheet Located, CodeArea Code)? unread = null;
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
            unread ??= (layout, located, area);
        }

        if (unread is not { } sheet)
            return (null, first);
        if (_careful.Read(page, sheet.Located.Tone, sheet.Located.Map, sheet.Code) is { } late)
            return Choose(page, layouts, sheet.Layout, sheet.Located, late);
        return layouts.Count == 1
            ? (new(sheet.Layout, sheet.Located, "", Unnamed: true), null)
            : (null, new(1, RefusalReason.OtherForm, Unreadable));
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
