using System.Text.Json.Serialization;

namespace Omr.Engine.Template;

/// <summary>
/// The template's JSON names: those of the records, in camel case. Which keys may stand where is the schema's matter
/// (<see cref="TemplateSchema"/>), so nothing that gets here is unknown, missing or of a wrong type.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(CamelCaseEnum<BubbleDirection>), typeof(CamelCaseEnum<BubbleShape>), typeof(CamelCaseEnum<CodeRole>),
        typeof(CamelCaseEnum<CodeSymbology>), typeof(CamelCaseEnum<FieldKind>), typeof(CamelCaseEnum<InkChannel>),
        typeof(CamelCaseEnum<MarkShape>), typeof(CamelCaseEnum<MarkTurn>),
    ])]
[JsonSerializable(typeof(FormTemplate))]
internal sealed partial class TemplateJson : JsonSerializerContext;
