using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace Omr.Service.Access;

/// <summary>
/// Who gets in and what each route asks. A route says by <see cref="For"/> which act it is; a route that says nothing,
/// and does not say either that it is for everybody, lets nobody in.
/// </summary>
internal static class AccessRules
{
    private const string EitherScheme = "omr";

    /// <summary>Machines by key, people by cookie.</summary>
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<Accounts>();
        services.AddAuthentication(EitherScheme)
            .AddPolicyScheme(EitherScheme, null, o => o.ForwardDefaultSelector = context =>
                context.Request.Headers.Authorization.Count > 0
                    ? BearerHandler.SchemeName
                    : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.SchemeName, null)
            .AddCookie(o =>
            {
                o.Cookie.Name = "omr";
                o.Cookie.HttpOnly = true;
                o.Cookie.SameSite = SameSiteMode.Strict;
                o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                o.ExpireTimeSpan = TimeSpan.FromHours(8);
                o.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
                o.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
            });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
    }

    /// <summary>Says which act a route is, and so who may call it.</summary>
    public static TBuilder For<TBuilder>(this TBuilder route, Act act)
        where TBuilder : IEndpointConventionBuilder =>
        route
            .WithMetadata(new RequiredAct(act))
            .RequireAuthorization(p => p.RequireAuthenticatedUser().RequireAssertion(c =>
                c.User.Identity?.IsAuthenticated == true && Caller.Of(c.User).Role.May(act)));

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
