using System.Text.Json;
using System.Text.Json.Serialization;

namespace Omr.Engine.Template;

/// <summary>Writes a name of <typeparamref name="T"/> as <c>topLeft</c> and reads no number for it.</summary>
internal sealed class CamelCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
