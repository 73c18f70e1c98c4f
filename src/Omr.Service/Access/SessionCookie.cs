using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Omr.Service.Hosting;

namespace Omr.Service.Access;

/// <summary>The cookie of people: it holds a session's token, and every request asks whether that session still stands.</summary>
internal sealed class SessionCookie(Sessions sessions) : CookieAuthenticationEvents
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    private const string TokenClaim = "omr:session";

    /// <summary>The token of the session behind a request; null if there is none.</summary>
    public static string? TokenOf(ClaimsPrincipal principal) => principal.FindFirstValue(TokenClaim);

    /// <summary>Gives the browser its cookie.</summary>
    public static Task GiveAsync(HttpContext context, Caller caller, string token) =>
        context.SignInAsync(Scheme, caller.ToPrincipal(Scheme, new Claim(TokenClaim, token)));

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var isUse = !context.Request.IsLive();
        if (context.Principal is { } principal && TokenOf(principal) is { } token
            && await sessions.FindAsync(token, isUse, context.HttpContext.RequestAborted) is { } caller)
        {
            context.ReplacePrincipal(caller.ToPrincipal(Scheme, new Claim(TokenClaim, token)));
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    /// <summary>People are led to the sign-in page, and from there to where they wanted to go.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!context.Request.IsPage())
            return Answer(context, StatusCodes.Status401Unauthorized);
        context.Response.Headers.Location = $"/masuk?lanjut={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}";
        return Answer(context, StatusCodes.Status303SeeOther);
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) =>
        Answer(context, StatusCodes.Status403Forbidden);

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
