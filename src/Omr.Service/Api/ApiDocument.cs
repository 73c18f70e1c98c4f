using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using Omr.Service.Access;

namespace Omr.Service.Api;

/// <summary>What the OpenAPI document says beside what the routes say of themselves: title, keys, who may call what.</summary>
internal static class ApiDocument
{
    private const string KeyScheme = "apiKey";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Omr", Version = "v1", Description = "Nilai, pencocokan dan verifikasi UKG luring." };
            document.Servers?.Clear();
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[KeyScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" };
            return Task.CompletedTask;
        });
        // Unknown fields are refused in what is sent; an answer may gain some, and both use the same schemas.
        options.AddSchemaTransformer((schema, _, _) =>
        {
            schema.AdditionalPropertiesAllowed = true;
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            // /api/v1/scores/{nomorPeserta}: the third word names the family.
            operation.Tags = new HashSet<OpenApiTagReference>
            {
                new(context.Description.RelativePath!.Split('/')[2], context.Document),
            };
            foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
                parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            if (metadata.OfType<RequiredAct>().FirstOrDefault() is { } required)
            {
                var roles = Enum.GetValues<Role>().Where(r => r.May(required.Act)).Select(r => r.ToString().ToLowerInvariant());
                operation.Description = $"{required.Act}: {string.Join(", ", roles)}";
                operation.Security = [new() { [new OpenApiSecuritySchemeReference(KeyScheme, context.Document)] = [] }];
            }
            else if (metadata.OfType<IAllowAnonymous>().Any())
            {
                operation.Description = "Everybody";
            }

            return Task.CompletedTask;
        });
        var answers = new AnswerTransformer();
        options.AddOperationTransformer(answers).AddDocumentTransformer(answers);
    });
}
