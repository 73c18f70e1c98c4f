using System.Globalization;
using System.Text.Json;

namespace Omr.Engine.Template;

/// <summary>A form template as JSON: read and checked as a whole, and written for people to read.</summary>
public static class TemplateFile
{
    /// <summary>Reads a template. A wrong one gives null, and the first fault with its place.</summary>
    /// <param name="json">The file's text: strict JSON, without comments or trailing commas.</param>
    /// <param name="fault">What is wrong; null when nothing is.</param>
    public static FormTemplate? Parse(string json, out TemplateFault? fault)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            fault = TemplateSchema.Check(document.RootElement);
            if (fault is not null)
                return null;
            var template = document.Deserialize(TemplateJson.Default.FormTemplate)!;
            if (template.Codes.IsDefault)
                template = template with { Codes = [] };
            fault = TemplateRules.Check(template);
            return fault is null ? template : null;
        }
        catch (JsonException e)
        {
            fault = new("$", string.Create(
                CultureInfo.InvariantCulture,
                $"is not JSON from line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1} on; expected strict JSON, without comments or trailing commas"));
            return null;
        }
    }

    /// <summary>Writes a template so that <see cref="Parse"/> gives it back; keys at their default are left out.</summary>
    public static string Write(FormTemplate template) =>
        TemplateText.Write(JsonSerializer.SerializeToElement(template, TemplateJson.Default.FormTemplate));
}
