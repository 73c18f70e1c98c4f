using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Omr.Engine.Template;

/// <summary>
/// Checks a template's structure against the published schema (docs/schema/form-template.schema.json, carried inside
/// the assembly): the schema is the only description of which keys there are, of what type and in which range. Knows
/// the keywords that the schema uses and no others; a test holds the two together.
/// </summary>
internal static class TemplateSchema
{
    // Longer foreign text than this is cut in a message.
    private const int ShownCharacters = 40;

    public static JsonElement Root { get; } = Load();

    /// <summary>The first fault of the value, or null.</summary>
    public static TemplateFault? Check(JsonElement value) => Check(value, Root, "$");

    /// <summary>The schema that a reference stands for; others stand for themselves.</summary>
    public static JsonElement Resolve(JsonElement schema)
    {
        if (!schema.TryGetProperty("$ref", out var reference))
            return schema;
        var name = reference.GetString()!["#/$defs/".Length..];
        return Root.GetProperty("$defs").GetProperty(name);
    }

    private static TemplateFault? Check(JsonElement value, JsonElement schema, string path)
    {
        schema = Resolve(schema);
        var sound = schema.GetProperty("type").GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array
                && IsWithin(value.GetArrayLength(), schema, "minItems", "maxItems"),
            "string" => value.ValueKind == JsonValueKind.String && IsText(value.GetString()!, schema),
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var whole)
                && IsWithin(whole, schema, "minimum", "maximum"),
            "number" => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number)
                && IsWithin(number, schema, "minimum", "maximum"),
            _ => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        };
        if (!sound)
            return new(path, $"is {Show(value)}; expected {Expected(schema)}");
        return value.ValueKind switch
        {
            JsonValueKind.Object => CheckMembers(value, schema, path),
            JsonValueKind.Array => value.EnumerateArray()
                .Select((item, i) => Check(item, schema.GetProperty("items"), $"{path}[{i}]"))
                .FirstOrDefault(fault => fault is not null),
            _ => null,
        };
    }

    private static TemplateFault? CheckMembers(JsonElement value, JsonElement schema, string path)
    {
        var properties = schema.GetProperty("properties");
        var seen = new HashSet<string>();
        foreach (var member in value.EnumerateObject())
        {
            var memberPath = $"{path}.{Plain(member.Name)}";
            if (!properties.TryGetProperty(member.Name, out var memberSchema))
            {
                var known = string.Join(", ", properties.EnumerateObject().Select(p => p.Name));
                return new(memberPath, $"is not a known key; expected one of {known}");
            }

            if (!seen.Add(member.Name))
                return new(memberPath, "stands here twice; expected once");
            if (Check(member.Value, memberSchema, memberPath) is { } fault)
                return fault;
        }

        foreach (var name in schema.GetProperty("required").EnumerateArray().Select(n => n.GetString()!))
        {
            if (!seen.Contains(name))
                return new($"{path}.{name}", $"is missing; expected {Expected(Resolve(properties.GetProperty(name)))}");
        }

        return null;
    }

    private static bool IsText(string text, JsonElement schema) =>
        IsWithin(text.Length, schema, "minLength", "maxLength")
        && (!schema.TryGetProperty("enum", out var names) || names.EnumerateArray().Any(n => n.ValueEquals(text)))
        && (!schema.TryGetProperty("pattern", out var pattern) || Regex.IsMatch(text, Whole(pattern.GetString()!)));

    // In .NET, unlike in JSON Schema, $ also matches before a last line feed.
    private static string Whole(string pattern) => pattern.EndsWith('$') ? pattern[..^1] + @"\z" : pattern;

    private static bool IsWithin(double number, JsonElement schema, string least, string most) =>
        (!schema.TryGetProperty(least, out var low) || number >= low.GetDouble())
        && (!schema.TryGetProperty(most, out var high) || number <= high.GetDouble());

    private static string Expected(JsonElement schema) => schema.GetProperty("type").GetString() switch
    {
        "object" => "an object in braces",
        "array" => $"a list{Range(schema, "minItems", "maxItems", " entries")}",
        "string" when schema.TryGetProperty("enum", out var names) =>
            $"one of {string.Join(", ", names.EnumerateArray().Select(n => n.GetString()))}",
        "string" when schema.TryGetProperty("pattern", out var pattern) =>
            $"text{Range(schema, "minLength", "maxLength", " characters")} like {pattern.GetString()}",
        "string" => $"text{Range(schema, "minLength", "maxLength", " characters")}",
        "integer" => $"a whole number{Range(schema, "minimum", "maximum", "")}",
        "number" => $"a number{Range(schema, "minimum", "maximum", "")}",
        _ => "true or false",
    };

    private static string Range(JsonElement schema, string least, string most, string unit) =>
        (schema.TryGetProperty(least, out var low), schema.TryGetProperty(most, out var high)) switch
        {
            (true, true) => $" from {low} to {high}{unit}",
            (true, false) => $" of at least {low}{unit}",
            (false, true) => $" of at most {high}{unit}",
            _ => "",
        };

    private static string Show(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => string.Create(CultureInfo.InvariantCulture, $"a list of {value.GetArrayLength()}"),
        _ => Plain(value.GetRawText()),
    };

    private static string Plain(string text) =>
        new([.. (text.Length > ShownCharacters ? text[..ShownCharacters] + "..." : text)
            .Select(c => char.IsControl(c) ? ' ' : c)]);

    private static JsonElement Load()
    {
        using var stream = typeof(TemplateSchema).Assembly.GetManifestResourceStream("form-template.schema.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
