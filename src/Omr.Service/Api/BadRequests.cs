using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Omr.Service.Rosters;

namespace Omr.Service.Api;

/// <summary>
/// Says what is wrong in a request that can't even be taken: which field or parameter, and what is expected of it. The
/// framework tells that in an exception only.
/// </summary>
internal sealed partial class BadRequests(IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json) : IExceptionHandler
{
    /// <summary>
    /// Requires of a body every part that is a text or an object and may not be null: the framework would make null of one that is
    /// missing. Numbers and flags that are missing are what they were, zero and false.
    /// </summary>
    public static void RequireTexts(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property is { PropertyType.IsValueType: false, AssociatedParameter: { IsNullable: false, HasDefaultValue: false } })
                property.IsRequired = true;
        }
    }

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException bad)
            return false;
        // By now the request has lost its endpoint; the feature has kept it.
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        var (status, detail) = bad.InnerException is JsonException wrong && endpoint is not null ? OfBody(wrong, endpoint)
            : bad.StatusCode == StatusCodes.Status400BadRequest && endpoint is not null ? (bad.StatusCode, OfParameter(bad.Message, endpoint))
            : (bad.StatusCode, null);
        await (detail is null ? Plain(context, status) : context.Problem(status, detail)).ExecuteAsync(context);
        return true;
    }

    private static ProblemHttpResult Plain(HttpContext context, int status)
    {
        var problem = new ProblemDetails { Status = status };
        Problems.Complete(context, problem);
        return TypedResults.Problem(problem);
    }

    private (int Status, Wording Detail) OfBody(JsonException wrong, Endpoint endpoint)
    {
        if (wrong.InnerException is JsonException) // the text itself, not what it says
        {
            return (StatusCodes.Status400BadRequest, new(
                $"Isi bukan JSON yang sah, baris {wrong.LineNumber + 1}, huruf {wrong.BytePositionInLine + 1}.",
                $"What was sent is no valid JSON, line {wrong.LineNumber + 1}, character {wrong.BytePositionInLine + 1}."));
        }

        if (Twice().Match(wrong.Message) is { Success: true } twice)
        {
            var name = Identifier.Shown(twice.Groups["name"].Value);
            return (StatusCodes.Status400BadRequest, new($"{name} muncul dua kali.", $"{name} appears twice."));
        }

        if (Absent().Match(wrong.Message) is { Success: true } absent)
        {
            var names = string.Join(", ", absent.Groups["names"].Value.Split(", ").Select(n => n.Trim('\'')));
            return (StatusCodes.Status422UnprocessableEntity, new($"{names} belum diisi.", $"{names} is missing."));
        }

        var field = Name().Match(wrong.Path ?? "").Groups["name"].Value;
        var type = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        var fields = type is null ? [] : json.Value.SerializerOptions.GetTypeInfo(type).Properties;
        var known = fields.FirstOrDefault(p => p.Name.Equals(field, StringComparison.OrdinalIgnoreCase));
        var shown = Identifier.Shown(field);
        return (StatusCodes.Status422UnprocessableEntity, (field.Length, known) switch
        {
            (0, _) => new("Isi harus objek JSON: {...}.", "What is sent must be a JSON object: {...}."),
            (_, null) => Unknown(shown, string.Join(", ", fields.Select(p => p.Name))),
            _ => Expecting(shown, Expected(known.PropertyType)),
        });
    }

    private static Wording Unknown(string field, string known) => new(
        $"{field} tidak dikenal; yang ada: {known}. Tidak ada yang disimpan.",
        $"{field} is unknown; there are: {known}. Nothing was stored.");

    private static Wording Expecting(string name, Wording expected) => new(
        $"{name} harus {expected.Indonesian}.", $"{name} must be {expected.English}.");

    private static Wording? OfParameter(string message, Endpoint endpoint)
    {
        var told = Parameter().Match(message);
        if (!told.Success)
            return null;
        var name = told.Groups["name"].Value;
        var shown = JsonNamingPolicy.CamelCase.ConvertName(name);
        if (endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null && message.Contains("body", StringComparison.Ordinal))
            return new("Isi kiriman (JSON) belum ada.", "The body (JSON) is missing.");
        var type = endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
            .FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.ParameterInfo.ParameterType;
        return Expecting(shown, type is null ? new("diisi dengan benar", "given rightly") : Expected(type));
    }

    private static Wording Expected(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
        {
            var names = string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName));
            return new($"salah satu dari: {names}", $"one of: {names}");
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => new("true atau false", "true or false"),
            TypeCode.String => new("teks dalam tanda kutip", "a text in quotation marks"),
            TypeCode.Int32 or TypeCode.Int64 => new("bilangan bulat", "a whole number"),
            TypeCode.Decimal or TypeCode.Double => new("bilangan", "a number"),
            TypeCode.DateTime => new("waktu (UTC) seperti 2026-11-26T08:00:00Z", "a time (UTC) like 2026-11-26T08:00:00Z"),
            _ => new("seperti dijelaskan di /openapi/v1.json", "as /openapi/v1.json describes it"),
        };
    }

    // $.terdaftar, $['a.b'], $.isi[0].nama: the first name.
    [GeneratedRegex(@"^\$(\.(?<name>[^.\[]+)|\['(?<name>.*?)'\])")]
    private static partial Regex Name();

    // JSON deserialization for type '...' was missing required properties including: 'nama', 'sandi'.
    [GeneratedRegex("missing required properties including: (?<names>.+?)\\.$")]
    private static partial Regex Absent();

    // Duplicate property 'kode' encountered during deserialization of type ...
    [GeneratedRegex("^Duplicate property '(?<name>[^']*)'")]
    private static partial Regex Twice();

    // Failed to bind parameter "Nullable<int> limit" from "x". Required parameter "long from" was not provided from query string.
    [GeneratedRegex("\"(?<type>[^\"]+) (?<name>\\w+)\"|\"(?<name>\\w+)\"")]
    private static partial Regex Parameter();
}
