using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Omr.Service.Api;

/// <summary>
/// Puts into the API's description what all routes have in common: uploads and their types, problems, and tags: a route that
/// declares 304 gives an ETag and heeds If-None-Match, one that declares 412 heeds If-Match.
/// </summary>
internal sealed class AnswerTransformer : IOpenApiOperationTransformer, IOpenApiDocumentTransformer
{
    private const string ProblemSchema = "Problem";

    /// <inheritdoc/>
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<UploadedList.Taken>().Any())
            operation.RequestBody = Upload();
        var answers = operation.Responses ??= [];
        var (tellsTag, takesTag) = (answers.ContainsKey("304"), answers.ContainsKey("412"));
        if (tellsTag)
            AddParameter(operation, "If-None-Match", "ETag of an earlier answer; 304 if it would be the same again.");
        if (takesTag)
            AddParameter(operation, "If-Match", "ETag of the state that this replaces; left out where there is none yet.");
        foreach (var (_, answer) in answers.Where(a => (tellsTag && a.Key is "200" or "304") || (takesTag && a.Key == "200")))
            AddHeader((OpenApiResponse)answer, "ETag", "Stands for this answer's content.");

        var problems = AnswerConvention.ProblemsOf(context, operation.RequestBody is not null, takesTag)
            .Concat(answers.Keys.Select(StatusOf).Where(s => s >= StatusCodes.Status400BadRequest));
        var inOrder = problems.Distinct().Order().ToList();
        operation.Responses = [];
        foreach (var (key, answer) in answers.Where(a => !inOrder.Contains(StatusOf(a.Key))))
            operation.Responses[key] = answer;
        foreach (var status in inOrder)
            operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponseReference(Problems.All[status].Kind, context.Document);

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var components = document.Components ??= new();
        (components.Schemas ??= new Dictionary<string, IOpenApiSchema>())[ProblemSchema] = Problem();
        components.Schemas.Remove("ProblemDetails");
        components.Responses ??= new Dictionary<string, IOpenApiResponse>();
        foreach (var (status, (kind, title)) in Problems.All.OrderBy(p => p.Key))
        {
            var answer = new OpenApiResponse
            {
                Description = title.English,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(ProblemSchema, document) },
                },
            };
            if (status == StatusCodes.Status429TooManyRequests)
                AddHeader(answer, "Retry-After", "Seconds to wait.");
            components.Responses[kind] = answer;
        }

        return Task.CompletedTask;
    }

    private static int StatusOf(string key) => int.Parse(key, CultureInfo.InvariantCulture);

    private static OpenApiRequestBody Upload()
    {
        var file = Text("binary");
        return new()
        {
            Required = true,
            Description = "The list: as the body itself, its name in Content-Disposition, or as the one file of a form.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [UploadedList.Csv] = new() { Schema = Text() },
                [UploadedList.Workbook] = new() { Schema = file },
                [UploadedList.Form] = new()
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = file },
                        Required = new HashSet<string> { "file" },
                    },
                },
            },
        };
    }

    private static OpenApiSchema Problem() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "RFC 9457, in the language of Accept-Language.",
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("uri"),
            ["title"] = Text(),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["detail"] = Text(),
            ["traceId"] = Text(),
            ["errors"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema(), Description = "What is wrong, one by one: texts, or {baris, pesan} of a list." },
        },
    };

    private static void AddParameter(OpenApiOperation operation, string name, string description) =>
        (operation.Parameters ??= []).Add(new OpenApiParameter
        {
            Name = name, In = ParameterLocation.Header, Description = description, Schema = Text(),
        });

    private static void AddHeader(OpenApiResponse answer, string name, string description) =>
        (answer.Headers ??= new Dictionary<string, IOpenApiHeader>())[name] = new OpenApiHeader { Description = description, Schema = Text() };

    private static OpenApiSchema Text(string? format = null) => new() { Type = JsonSchemaType.String, Format = format };
}
