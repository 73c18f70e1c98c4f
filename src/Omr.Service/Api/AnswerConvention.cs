using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Omr.Service.Access;

namespace Omr.Service.Api;

/// <summary>
/// Which problems a route can answer with, told from what it takes, whom it lets in and what its handler returns. A route says by
/// <c>ProducesProblem</c> only what can't be told from that.
/// </summary>
internal static class AnswerConvention
{
    /// <summary>The statuses.</summary>
    public static IEnumerable<int> ProblemsOf(OpenApiOperationTransformerContext context, bool takesBody, bool takesTag)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var isForAll = metadata.OfType<IAllowAnonymous>().Any();
        var isScoped = metadata.OfType<RequiredAct>().Any();
        var canRefuse = metadata.OfType<MethodInfo>().Any(m => CanRefuse(m.ReturnType));
        var changes = context.Description.HttpMethod != HttpMethods.Get;
        (int Status, bool IsPossible)[] all =
        [
            (StatusCodes.Status400BadRequest, takesBody || context.Description.ParameterDescriptions.Any(p => p.Source.Id == "Query")),
            (StatusCodes.Status401Unauthorized, !isForAll || canRefuse),
            (StatusCodes.Status403Forbidden, isScoped || canRefuse),
            (StatusCodes.Status404NotFound, isScoped && canRefuse),
            (StatusCodes.Status409Conflict, changes && canRefuse && !isForAll),
            (StatusCodes.Status412PreconditionFailed, takesTag),
            (StatusCodes.Status413PayloadTooLarge, takesBody),
            (StatusCodes.Status415UnsupportedMediaType, takesBody),
            (StatusCodes.Status422UnprocessableEntity, takesBody && canRefuse && !isForAll),
            (StatusCodes.Status428PreconditionRequired, takesTag),
            (StatusCodes.Status429TooManyRequests, true),
        ];
        return all.Where(p => p.IsPossible).Select(p => p.Status);
    }

    // Task<Results<Ok<T>, ProblemHttpResult>>; a handler that writes its answer itself, or returns any, may refuse.
    private static bool CanRefuse(Type type) =>
        type == typeof(Task) || type == typeof(IResult) || type == typeof(ProblemHttpResult)
        || (type.IsGenericType && type.GetGenericArguments().Any(CanRefuse));
}
