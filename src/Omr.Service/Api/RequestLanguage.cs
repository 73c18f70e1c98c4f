namespace Omr.Service.Api;

/// <summary>The language in which a caller wants to be answered.</summary>
internal static class RequestLanguage
{
    /// <summary>The first of Indonesian and English that <c>Accept-Language</c> prefers; Indonesian if it names neither.</summary>
    public static Language Language(this HttpContext context)
    {
        var wanted = context.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.Value ?? "")
            .FirstOrDefault(l => Is(l, "id") || Is(l, "en"));
        return wanted is not null && Is(wanted, "en") ? Service.Language.English : Service.Language.Indonesian;
    }

    /// <summary>The wording in the caller's language.</summary>
    public static string Say(this HttpContext context, Wording wording) =>
        context.Language().Pick(wording.Indonesian, wording.English);

    private static bool Is(string tag, string language) =>
        tag.Equals(language, StringComparison.OrdinalIgnoreCase)
        || tag.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase);
}
