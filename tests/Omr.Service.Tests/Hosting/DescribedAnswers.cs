using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Omr.Service.Tests.Hosting;

/// <summary>Looks at every answer that a test gets: whether the API's description (docs/openapi-v1.json) says that the route gives such.</summary>
internal sealed partial class DescribedAnswers : IStartupFilter
{
    private static readonly Lazy<HashSet<string>> Described = new(Read);
    private readonly ConcurrentDictionary<string, bool> _others = new();

    /// <summary>Answers that it doesn't tell of.</summary>
    public IEnumerable<string> Others => _others.Keys;

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, following) =>
        {
            await following(context);
            Look(context);
        });
        next(app);
    };

    private void Look(HttpContext context)
    {
        if (context.GetEndpoint() is not RouteEndpoint route || context.RequestAborted.IsCancellationRequested)
            return;
        var operation = $"{context.Request.Method.ToLowerInvariant()} {Constraint().Replace(route.RoutePattern.RawText!, "}")}";
        // A route that isn't described at all is found by ApiDocumentTests.
        if (Described.Value.Contains(operation) && !Described.Value.Contains($"{operation} {context.Response.StatusCode}"))
            _others[$"{operation} {context.Response.StatusCode}"] = true;
    }

    private static HashSet<string> Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Here(), "../../../docs/openapi-v1.json")));
        var operations =
            from path in document.RootElement.GetProperty("paths").EnumerateObject()
            from method in path.Value.EnumerateObject()
            let operation = $"{method.Name} {path.Name}"
            from answer in method.Value.GetProperty("responses").EnumerateObject().Select(a => $"{operation} {a.Name}").Append(operation)
            select answer;
        return [.. operations];
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex(":[a-z]+}")]
    private static partial Regex Constraint();
}
