using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;

namespace Omr.Service.Api;

/// <summary>Takes the names that a query chooses from whatever their case: the framework wants them as they are declared.</summary>
internal static class QueryNames
{
    public static void UseQueryNames(this WebApplication app) => app.Use(static (context, next) =>
    {
        foreach (var parameter in context.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? [])
        {
            var type = parameter.ParameterInfo.ParameterType;
            type = Nullable.GetUnderlyingType(type) ?? type;
            if (type.IsEnum && context.Request.Query[parameter.Name] is [{ } asked]
                && Enum.GetNames(type).FirstOrDefault(n => n.Equals(asked, StringComparison.OrdinalIgnoreCase)) is { } name)
            {
                context.Request.Query = new QueryCollection(
                    new Dictionary<string, StringValues>(context.Request.Query, StringComparer.OrdinalIgnoreCase) { [parameter.Name] = name });
            }
        }

        return next(context);
    });
}
