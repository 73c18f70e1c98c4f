using System.Net;

namespace Omr.Service.Hosting;

/// <summary>
/// Writes down every request that was refused: who was let in nowhere, who may not do that, what isn't there for them, what
/// was malformed or too much. Only the route's own text is told, not what was put into it: no participant's number, and
/// nothing by which a caller could write lines of a log. What people did is in the audit log, and so is each wrong password.
/// </summary>
internal static partial class SecurityLog
{
    public static void UseSecurityLog(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Omr.Security");
        app.Use(async (context, next) =>
        {
            Endpoint? asked = null;
            // By the end of an error the request has lost its endpoint.
            context.Response.OnStarting(() =>
            {
                asked = context.GetEndpoint() ?? context.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerFeature>()?.Endpoint;
                return Task.CompletedTask;
            });
            await next(context);
            if (IsRefusal(context.Response.StatusCode))
            {
                asked ??= context.GetEndpoint();
                var (route, account) = ((asked as RouteEndpoint)?.RoutePattern.RawText ?? "-", context.User.Identity?.Name ?? "-");
                Refused(log, context.Response.StatusCode, context.Request.Method, route, account, context.Connection.RemoteIpAddress);
            }
        });
    }

    private static bool IsRefusal(int status) => status is
        StatusCodes.Status400BadRequest or StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden
        or StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed or StatusCodes.Status413PayloadTooLarge
        or StatusCodes.Status415UnsupportedMediaType or StatusCodes.Status422UnprocessableEntity or StatusCodes.Status429TooManyRequests;

    [LoggerMessage(Level = LogLevel.Information, Message = "refused {Status}: {Method} {Route} by {Account} from {Address}")]
    private static partial void Refused(ILogger log, int status, string method, string route, string account, IPAddress? address);
}
