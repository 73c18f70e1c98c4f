using System.Text;
using System.Text.Json;

namespace Omr.Engine.Template;

/// <summary>
/// Lays out a template's JSON for people: what fits on a line stands on one line, and a key that says what the schema
/// takes for granted is left out.
/// </summary>
internal static class TemplateText
{
    private const int LineWidth = 120;
    private const int IndentWidth = 2;

    public static string Write(JsonElement template)
    {
        var text = new StringBuilder();
        Append(text, template, TemplateSchema.Root, indent: 0, used: 0);
        return text.Append('\n').ToString();
    }

    private static void Append(StringBuilder text, JsonElement value, JsonElement schema, int indent, int used)
    {
        var line = OneLine(value, schema);
        if (IsPlain(value)
            || (indent > 0 && indent + used + line.Length < LineWidth))
        {
            text.Append(line);
            return;
        }

        var inner = indent + IndentWidth;
        var free = 0;
        var separator = "";
        text.Append(value.ValueKind == JsonValueKind.Object ? '{' : '[');
        foreach (var (key, member, memberSchema) in Members(value, schema))
        {
            // A list of numbers or texts goes on where the line has room.
            var width = IsPlain(member) && key.Length == 0 ? member.GetRawText().Length + 2 : LineWidth;
            text.Append(separator);
            if (width <= free)
                text.Append(' ');
            else
                text.Append('\n').Append(' ', inner).Append(key);
            free = (width <= free ? free : LineWidth - inner) - width;
            Append(text, member, memberSchema, inner, key.Length + 1);
            separator = ",";
        }

        text.Append('\n').Append(' ', indent).Append(value.ValueKind == JsonValueKind.Object ? '}' : ']');
    }

    private static string OneLine(JsonElement value, JsonElement schema)
    {
        if (IsPlain(value))
            return value.GetRawText();
        var members = string.Join(", ", Members(value, schema).Select(m => m.Key + OneLine(m.Value, m.Schema)));
        return value.ValueKind == JsonValueKind.Array ? $"[{members}]" : members.Length == 0 ? "{}" : $"{{ {members} }}";
    }

    private static bool IsPlain(JsonElement value) => value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);

    private static IEnumerable<(string Key, JsonElement Value, JsonElement Schema)> Members(
        JsonElement value, JsonElement schema)
    {
        schema = TemplateSchema.Resolve(schema);
        if (value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray().Select(item => ("", item, schema.GetProperty("items")));
        var properties = schema.GetProperty("properties");
        return from member in value.EnumerateObject()
               let memberSchema = properties.GetProperty(member.Name)
               where !memberSchema.TryGetProperty("default", out var taken) || !JsonElement.DeepEquals(taken, member.Value)
               select ($"\"{member.Name}\": ", member.Value, memberSchema);
    }
}
