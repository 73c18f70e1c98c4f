using Omr.Service.Access;
using Omr.Service.Web.Layout;

namespace Omr.Service.Web.SignIn;

/// <summary>Getting in: sign-in, the first start, the language, and one's own account.</summary>
internal static class SignInPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/", HomeAsync).AllowAnonymous();
        pages.MapGet("/masuk", SignInAsync).AllowAnonymous();
        pages.MapGet("/mulai", StartAsync).AllowAnonymous();
        pages.MapPost("/bahasa", SwitchAsync).AllowAnonymous().DisableAntiforgery();
        pages.MapGet("/saya", SelfAsync).ForOneself();
    }

    private static async Task<IResult> HomeAsync(Here here, FirstStart start, CancellationToken stop) => TypedResults.LocalRedirect(
        here.Who is { } who ? Ways.Start(who) : await start.IsOpenAsync(stop) ? "/mulai" : "/masuk");

    private static async Task<IResult> SignInAsync(string? lanjut, string? terkunci, Here here, FirstStart start, CancellationToken stop)
    {
        var next = Own(lanjut);
        return here.Who is not null ? TypedResults.LocalRedirect(next)
            : here.Page<SignInPage, SignInModel>(new(next, terkunci is not null, await start.IsOpenAsync(stop)));
    }

    private static async Task<IResult> StartAsync(Here here, FirstStart start, CancellationToken stop) =>
        await start.IsOpenAsync(stop) ? here.Page<StartPage, bool>(true) : TypedResults.LocalRedirect("/masuk");

    private static async Task<IResult> SwitchAsync(HttpContext context, CancellationToken stop)
    {
        var form = await context.Request.ReadFormAsync(stop);
        var language = form["bahasa"] == Language.English.Code ? Language.English : Language.Indonesian;
        context.Response.Cookies.Append(Here.LanguageCookie, language.Code, new()
        {
            MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Strict, HttpOnly = true, Secure = context.Request.IsHttps, Path = "/",
        });
        return TypedResults.LocalRedirect(Own(form["kembali"]));
    }

    private static async Task<IResult> SelfAsync(Here here, HttpContext context, Sessions sessions, AccountDesk desk, CancellationToken stop)
    {
        var who = here.Who!;
        if (SessionCookie.TokenOf(context.User) is not { } token)
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        var all = await sessions.OfAsync(who.Name, token, stop);
        var account = (await desk.ListAsync(Region.Province, stop)).Single(a => a.Name == who.Name);
        return here.Page<SelfPage, SelfModel>(new(
            who, account.IsSecondFactorConfirmed, [.. all.Select(s => new SelfSession(s.Row.StartedAt, s.Row.SeenAt, s.Row.HasSecondFactor, s.IsThis))]));
    }

    // Nobody is led to another site by a link that looks like ours.
    private static string Own(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal) && !path.Any(char.IsControl)
            ? path
            : "/";
}
