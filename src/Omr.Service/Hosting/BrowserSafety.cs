using Microsoft.Net.Http.Headers;
using Omr.Service.Access;

namespace Omr.Service.Hosting;

/// <summary>
/// What browsers are told about every answer, and which of their requests are refused: one that changes something and comes
/// with the cookie must come from a page of this service. Browsers say where a request comes from; other programs say nothing
/// and have no cookie that somebody else could ride on.
/// </summary>
internal static class BrowserSafety
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly Wording Foreign = new(
        "Permintaan datang dari halaman lain dan ditolak.", "The request comes from another site's page and is refused.");

    public static void UseBrowserSafety(this WebApplication app) => app.Use(static (context, next) =>
    {
        context.Response.OnStarting(static state => Tell((HttpContext)state), context);
        return IsForeign(context.Request)
            ? Api.Problems.Problem(context, StatusCodes.Status403Forbidden, Foreign).ExecuteAsync(context)
            : next(context);
    });

    // At the very last: an answer to an error starts with empty headers.
    private static Task Tell(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        if (headers.ContentSecurityPolicy.Count == 0) // a scanned picture has a stricter one
            headers.ContentSecurityPolicy = Policy;
        // Machines may keep what has a tag; in a browser it would lie there for whoever comes next.
        var isPerson = context.User.Identity?.AuthenticationType == SessionCookie.Scheme;
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? isPerson || headers.CacheControl.Count == 0 : headers.CacheControl.Count == 0)
            headers.CacheControl = "no-store";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        return Task.CompletedTask;
    }

    private static bool IsForeign(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
            return false;
        if (request.Headers["Sec-Fetch-Site"] is [{ Length: > 0 } site])
            return site is not ("same-origin" or "none");
        return request.Headers[HeaderNames.Origin] is [{ Length: > 0 } origin]
            && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
