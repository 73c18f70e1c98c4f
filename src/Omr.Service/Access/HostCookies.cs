using Microsoft.AspNetCore.Authentication.Cookies;

namespace Omr.Service.Access;

/// <summary>
/// Over https a cookie has the prefix <c>__Host-</c>: a browser then takes it from this host alone, only with Secure and for
/// all paths. Without https it would take none of that name.
/// </summary>
internal sealed class HostCookies : ICookieManager
{
    private readonly ChunkingCookieManager _inner = new();

    public string? GetRequestCookie(HttpContext context, string key) => _inner.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _inner.AppendResponseCookie(context, Name(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _inner.DeleteCookie(context, Name(context, key), options);

    private static string Name(HttpContext context, string key) => context.Request.IsHttps ? "__Host-" + key : key;
}
