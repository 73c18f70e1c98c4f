using Microsoft.AspNetCore.Authentication;
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
        services.AddSingleton<Accounts>().AddSingleton<AccountDesk>().AddSingleton<SignInDesk>();
        services.AddSingleton<Sessions>().AddSingleton<SecondFactor>().AddSingleton<SessionCookie>().AddSingleton<FirstStart>();
        services.AddAuthentication(EitherScheme)
            .AddPolicyScheme(EitherScheme, null, o => o.ForwardDefaultSelector = context =>
                context.Request.Headers.Authorization.Count > 0 ? BearerHandler.SchemeName : SessionCookie.Scheme)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.SchemeName, null)
            .AddCookie(SessionCookie.Scheme, o =>
            {
                o.Cookie.Name = "omr";
                o.Cookie.HttpOnly = true;
                o.Cookie.SameSite = SameSiteMode.Strict;
                o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                o.Cookie.Path = "/";
                o.CookieManager = new HostCookies();
                o.EventsType = typeof(SessionCookie);
            });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
    }

    /// <summary>Says which act a route is, and so who may call it.</summary>
    public static TBuilder For<TBuilder>(this TBuilder route, Act act)
        where TBuilder : IEndpointConventionBuilder =>
        route
            .WithMetadata(new RequiredAct(act))
            .RequireAuthorization(p => p.RequireAuthenticatedUser().RequireAssertion(c => IsFree(c, act)));

    /// <summary>Says that a route is for everybody who is signed in, and about nobody but themselves.</summary>
    public static TBuilder ForOneself<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new OwnSession()).RequireAuthorization(p => p.RequireAuthenticatedUser());

    /// <summary>What kept the caller of this request from what it asked for; null if nothing did.</summary>
    public static Wording? Hindrance(this HttpContext context) => context.Items[typeof(Act)] as Wording;

    private static bool IsFree(AuthorizationHandlerContext context, Act act)
    {
        if (context.User.Identity?.IsAuthenticated != true)
            return false;
        var hindrance = Caller.Of(context.User).Hindrance(act);
        if (context.Resource is HttpContext request)
            request.Items[typeof(Act)] = hindrance;
        return hindrance is null;
    }
}
