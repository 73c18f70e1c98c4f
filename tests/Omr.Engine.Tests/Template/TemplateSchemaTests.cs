using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Omr.Engine.Template;
using Omr.Forms.Ljk;

namespace Omr.Engine.Tests.Template;

/// <summary>Holds the published schema and the program together.</summary>
public sealed class TemplateSchemaTests
{
    private static readonly JsonObject Schema =
        JsonNode.Parse(Repository.Read("docs/schema/form-template.schema.json"))!.AsObject();

    public static TheoryData<string> LjkIds => [.. LjkForm.All.Select(t => t.Id)];

    [Theory]
    [MemberData(nameof(LjkIds))]
    public void Every_LJK_is_valid_by_the_published_schema(string id) =>
        AssertValid(JsonNode.Parse(TemplateFile.Write(LjkForm.All.Single(t => t.Id == id))), Schema, "$");

    [Fact]
    public void The_schema_and_the_program_know_the_same_keys() =>
        AssertSameKeys(TemplateJson.Default.FormTemplate, Schema, "$");

    [Fact]
    public void The_schema_states_nothing_that_the_program_does_not_check()
    {
        string[] known =
        [
            "$schema", "$id", "$defs", "$ref", "title", "description", "type", "additionalProperties", "required",
            "properties", "items", "enum", "pattern", "minLength", "maxLength", "minItems", "maxItems", "minimum",
            "maximum", "default",
        ];

        Assert.Empty(Keywords(Schema).Except(known));
    }

    [Fact]
    public void Every_object_of_the_schema_is_closed()
    {
        var objects = Subschemas(Schema).Where(s => (string?)s["type"] == "object").ToList();

        Assert.True(objects.Count >= 8);
        Assert.All(objects, s => Assert.False((bool)s["additionalProperties"]!));
        Assert.All(objects, s => Assert.NotNull(s["required"]));
    }

    private static void AssertSameKeys(JsonTypeInfo type, JsonObject schema, string path)
    {
        schema = Resolved(schema);
        if (type.Kind == JsonTypeInfoKind.Enumerable)
        {
            AssertSameKeys(TemplateJson.Default.GetTypeInfo(type.ElementType!)!, schema["items"]!.AsObject(), $"{path}[]");
            return;
        }

        if (type.Type.IsEnum)
        {
            var names = Enum.GetValues(type.Type).Cast<object>().Select(v => JsonSerializer.SerializeToNode(v, type)!.ToString());
            Assert.Equal(names, schema["enum"]!.AsArray().Select(n => n!.ToString()));
        }

        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        var properties = type.Properties.Where(p => p.AssociatedParameter is not null).ToDictionary(p => p.Name);
        var published = schema["properties"]!.AsObject().Where(p => p.Key != "$schema").ToDictionary(p => p.Key, p => p.Value!);
        Assert.True(properties.Keys.ToHashSet().SetEquals(published.Keys), $"{path}: {string.Join(' ', properties.Keys)} / {string.Join(' ', published.Keys)}");
        foreach (var (name, property) in properties)
        {
            var inner = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            AssertSameKeys(TemplateJson.Default.GetTypeInfo(inner)!, published[name].AsObject(), $"{path}.{name}");
        }
    }

    // Another reading of the schema than the program's own, on another model of JSON.
    private static void AssertValid(JsonNode? value, JsonObject schema, string path)
    {
        schema = Resolved(schema);
        switch ((string)schema["type"]!)
        {
            case "object":
                var members = Assert.IsType<JsonObject>(value, exactMatch: false);
                Assert.All(schema["required"]!.AsArray(), name => Assert.True(members.ContainsKey(name!.ToString()), $"{path}.{name}"));
                foreach (var (name, member) in members)
                    AssertValid(member, Assert.IsType<JsonObject>(schema["properties"]![name], exactMatch: false), $"{path}.{name}");
                break;
            case "array":
                var list = Assert.IsType<JsonArray>(value, exactMatch: false);
                Assert.InRange(list.Count, (int?)schema["minItems"] ?? 0, (int?)schema["maxItems"] ?? int.MaxValue);
                for (var i = 0; i < list.Count; i++)
                    AssertValid(list[i], schema["items"]!.AsObject(), $"{path}[{i}]");
                break;
            case "string":
                Assert.Equal(JsonValueKind.String, value!.GetValueKind());
                if (schema["enum"] is JsonArray names)
                    Assert.Contains(value.ToString(), names.Select(n => n!.ToString()));
                if (schema["pattern"] is { } pattern)
                    Assert.Matches(pattern.ToString(), value.ToString());
                break;
            case "boolean":
                Assert.True(value!.GetValueKind() is JsonValueKind.True or JsonValueKind.False, path);
                break;
            default:
                Assert.Equal(JsonValueKind.Number, value!.GetValueKind());
                Assert.InRange((decimal)value, (decimal)schema["minimum"]!, (decimal)schema["maximum"]!);
                break;
        }
    }

    private static JsonObject Resolved(JsonObject schema) =>
        (string?)schema["$ref"] is { } reference ? Schema["$defs"]![reference.Split('/')[^1]]!.AsObject() : schema;

    private static IEnumerable<string> Keywords(JsonObject schema) =>
        Subschemas(schema).SelectMany(s => s.Select(p => p.Key));

    private static IEnumerable<JsonObject> Subschemas(JsonObject schema)
    {
        var inner = new[] { schema["items"] }
            .Concat(schema["properties"]?.AsObject().Select(p => p.Value) ?? [])
            .Concat(schema["$defs"]?.AsObject().Select(p => p.Value) ?? []);
        return inner.OfType<JsonObject>().SelectMany(Subschemas).Prepend(schema);
    }
}
