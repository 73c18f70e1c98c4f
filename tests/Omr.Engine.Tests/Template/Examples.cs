using Omr.Engine.Template;

namespace Omr.Engine.Tests.Template;

/// <summary>Templates as people write them.</summary>
internal static class Examples
{
    /// <summary>The complete example of docs/templates.md.</summary>
    public static string Documented()
    {
        var page = Repository.Read("docs/templates.md");
        var start = page.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }

    /// <summary>The example with one thing changed; fails when the thing isn't there exactly once.</summary>
    public static string Changed(string from, string to)
    {
        var json = Documented();
        Assert.Equal(2, json.Split(from).Length);
        return json.Replace(from, to, StringComparison.Ordinal);
    }

    /// <summary>Asserts that the template is refused and gives the fault.</summary>
    public static TemplateFault Refused(string json)
    {
        var template = TemplateFile.Parse(json, out var fault);
        Assert.Null(template);
        Assert.NotNull(fault);
        Assert.DoesNotContain('\n', fault.ToString());
        return fault;
    }
}
