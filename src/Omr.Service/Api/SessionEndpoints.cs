using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Omr.Service.Access;

namespace Omr.Service.Api;

/// <summary><c>/session</c>: people sign in and out.</summary>
internal static class SessionEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/session", SignInAsync).AllowAnonymous().RequireRateLimiting(RequestLimits.SignIn).WithSummary("Sign in");
        api.MapDelete("/session", (Delegate)SignOutAsync).AllowAnonymous().WithSummary("Sign out");
    }

    private static async Task<Results<Ok<Session>, ProblemHttpResult>> SignInAsync(
        Credentials credentials, HttpContext context, Accounts accounts, CancellationToken stop)
    {
        if (await accounts.ByPasswordAsync(credentials.Nama, credentials.Sandi, stop) is not { } caller)
        {
            return context.Problem(
                StatusCodes.Status401Unauthorized, new("Nama atau kata sandi salah.", "Wrong name or password."));
        }

        const string scheme = CookieAuthenticationDefaults.AuthenticationScheme;
        await context.SignInAsync(scheme, caller.ToPrincipal(scheme));
        return TypedResults.Ok(new Session(caller.Name, caller.Role.ToString(), caller.Region.ToString()));
    }

    private static async Task<NoContent> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return TypedResults.NoContent();
    }

    /// <param name="Nama">Name of the account.</param>
    /// <param name="Sandi">Password.</param>
    internal sealed record Credentials(string Nama, string Sandi);

    /// <param name="Nama">Name of the account.</param>
    /// <param name="Peran">Role.</param>
    /// <param name="Wilayah">Region; empty for the province.</param>
    internal sealed record Session(string Nama, string Peran, string Wilayah);
}
