namespace Omr.Service.Hosting;

/// <summary>Tells the requests for pages, which people read, from those that programs make.</summary>
internal static class PageRequest
{
    /// <summary>Sent by a page that only keeps itself up to date: nobody does anything, so it doesn't keep a session alive.</summary>
    public const string LiveHeader = "Omr-Live";

    private static readonly string[] OfPrograms = ["/api", "/openapi", "/health", "/aset"];

    /// <summary>Whether a browser asks for a page.</summary>
    public static bool IsPage(this HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && !Array.Exists(OfPrograms, p => request.Path.StartsWithSegments(p, StringComparison.Ordinal));

    /// <summary>Whether it comes from a page that nobody need sit before.</summary>
    public static bool IsLive(this HttpRequest request) =>
        request.Headers.ContainsKey(LiveHeader) || request.Path.StartsWithSegments("/api/v1/events", StringComparison.Ordinal);
}
