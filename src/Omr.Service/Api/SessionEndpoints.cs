using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Omr.Service.Access;

namespace Omr.Service.Api;

/// <summary><c>/session</c>: people sign in and out, choose a password and set up one-time codes.</summary>
internal static class SessionEndpoints
{
    // Everybody may send to it, and it is all names and passwords.
    private const int LargestRequest = 16 << 10;

    public static void Map(RouteGroupBuilder api)
    {
        var session = api.MapGroup("/session").WithMetadata(new RequestSizeLimitAttribute(LargestRequest));
        session.MapPost("", SignInAsync).AllowAnonymous().RequireRateLimiting(RequestLimits.SignIn).WithSummary("Sign in");
        session.MapGet("", (Caller caller) => TypedResults.Ok(Session.Of(caller))).ForOneself().WithSummary("See who is signed in");
        session.MapDelete("", SignOutAsync).AllowAnonymous().WithSummary("Sign out; simpan=true leaves on the device what isn't sent yet");
        session.MapGet("/all", ListAsync).ForOneself().WithSummary("See where one is signed in");
        session.MapPost("/end-others", EndOthersAsync).ForOneself().RequireRateLimiting(RequestLimits.SignIn)
            .WithSummary("End one's other sessions");
        session.MapPut("/password", ChangePasswordAsync).ForOneself().RequireRateLimiting(RequestLimits.SignIn)
            .WithSummary("Change one's own password; ends all other sessions");
        session.MapPost("/second-factor", IssueCodesAsync).ForOneself().RequireRateLimiting(RequestLimits.SignIn)
            .WithSummary("Set up one-time codes: the secret for an app on the phone");
        session.MapPut("/second-factor", ConfirmCodesAsync).ForOneself().RequireRateLimiting(RequestLimits.SignIn)
            .WithSummary("Confirm one-time codes by one of them");
    }

    private static async Task<Results<Ok<Session>, ProblemHttpResult>> SignInAsync(
        Credentials credentials, HttpContext context, SignInDesk desk, CancellationToken stop)
    {
        var (caller, token, refused) = await desk.SignInAsync(credentials.Nama, credentials.Sandi, credentials.Kode, SessionCookie.TokenOf(context.User), stop);
        return await AnswerAsync(context, caller, token, refused);
    }

    private static async Task<NoContent> SignOutAsync(HttpContext context, SignInDesk desk, CancellationToken stop, bool? simpan = null)
    {
        if (SessionCookie.TokenOf(context.User) is { } token)
            await desk.SignOutAsync(Caller.Of(context.User), token, stop);
        await context.SignOutAsync(SessionCookie.Scheme);
        context.Response.Headers["Clear-Site-Data"] = simpan == true ? "\"cache\", \"cookies\"" : "\"cache\", \"cookies\", \"storage\"";
        return TypedResults.NoContent();
    }

    private static async Task<Results<ListAnswer<Standing>, ProblemHttpResult>> ListAsync(
        HttpContext context, Caller caller, Sessions sessions, CancellationToken stop)
    {
        if (SessionCookie.TokenOf(context.User) is not { } token)
            return PeopleOnly(context);
        var all = await sessions.OfAsync(caller.Name, token, stop);
        return new ListAnswer<Standing>(
            new([.. all.Select(s => new Standing(s.Row.StartedAt, s.Row.SeenAt, s.Row.HasSecondFactor, s.IsThis))], null));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EndOthersAsync(
        PasswordProof proof, HttpContext context, Caller caller, SignInDesk desk, CancellationToken stop)
    {
        if (SessionCookie.TokenOf(context.User) is not { } token)
            return PeopleOnly(context);
        return await desk.EndOthersAsync(caller, token, proof.Sandi, stop) is { } refused ? context.Problem(refused) : TypedResults.NoContent();
    }

    private static async Task<Results<Ok<Session>, ProblemHttpResult>> ChangePasswordAsync(
        PasswordChange change, HttpContext context, Caller caller, SignInDesk desk, CancellationToken stop)
    {
        if (SessionCookie.TokenOf(context.User) is null)
            return PeopleOnly(context);
        var (changed, token, refused) = await desk.ChangePasswordAsync(caller, change.Lama, change.Baru, stop);
        return await AnswerAsync(context, changed, token, refused);
    }

    private static async Task<Results<Ok<CodeSecret>, ProblemHttpResult>> IssueCodesAsync(
        PasswordProof proof, HttpContext context, Caller caller, SignInDesk desk, CancellationToken stop)
    {
        if (SessionCookie.TokenOf(context.User) is null)
            return PeopleOnly(context);
        var (secret, uri, refused) = await desk.IssueCodesAsync(caller, proof.Sandi, stop);
        return refused is null ? TypedResults.Ok(new CodeSecret(secret, uri, QrPicture.Of(uri))) : context.Problem(refused);
    }

    private static async Task<Results<Ok<Session>, ProblemHttpResult>> ConfirmCodesAsync(
        Code code, HttpContext context, Caller caller, SignInDesk desk, CancellationToken stop)
    {
        if (SessionCookie.TokenOf(context.User) is null)
            return PeopleOnly(context);
        var (confirmed, token, refused) = await desk.ConfirmCodesAsync(caller, code.Kode, stop);
        return await AnswerAsync(context, confirmed, token, refused);
    }

    private static async Task<Results<Ok<Session>, ProblemHttpResult>> AnswerAsync(
        HttpContext context, Caller? caller, string token, Refused? refused)
    {
        if (refused is not null)
            return context.Problem(refused);
        await SessionCookie.GiveAsync(context, caller!, token);
        return TypedResults.Ok(Session.Of(caller!));
    }

    private static ProblemHttpResult PeopleOnly(HttpContext context) => context.Problem(
        StatusCodes.Status403Forbidden, new("Hanya untuk pengguna yang masuk dengan kata sandi.", "Only for people who signed in by a password."));

    /// <param name="Nama">Name of the account.</param>
    /// <param name="Sandi">Password.</param>
    /// <param name="Kode">One-time code, where the account uses them.</param>
    internal sealed record Credentials(string Nama, string Sandi, string Kode = "");

    /// <param name="Lama">The password until now.</param>
    /// <param name="Baru">The new one.</param>
    internal sealed record PasswordChange(string Lama, string Baru);

    /// <param name="Sandi">The password once more.</param>
    internal sealed record PasswordProof(string Sandi);

    /// <param name="Kode">A code of the app.</param>
    internal sealed record Code(string Kode);

    /// <param name="Mulai">When it began, UTC.</param>
    /// <param name="Terakhir">When it last asked for something, to the minute.</param>
    /// <param name="DuaFaktor">Whether a one-time code was given.</param>
    /// <param name="Ini">Whether it is the one that asks.</param>
    internal sealed record Standing(DateTime Mulai, DateTime Terakhir, bool DuaFaktor, bool Ini);

    /// <param name="Rahasia">The secret in Base32, to type into the app.</param>
    /// <param name="Uri">The same as the app reads it from a QR.</param>
    /// <param name="Qr">That QR as a picture, a <c>data:</c> address of a PNG.</param>
    internal sealed record CodeSecret(string Rahasia, string Uri, string Qr);

    /// <param name="Nama">Name of the account.</param>
    /// <param name="Peran">Role.</param>
    /// <param name="Wilayah">Region; empty for the province.</param>
    /// <param name="DuaFaktor">Whether a one-time code was given.</param>
    /// <param name="GantiSandi">Whether the password must be changed before anything else.</param>
    internal sealed record Session(string Nama, string Peran, string Wilayah, bool DuaFaktor, bool GantiSandi)
    {
        public static Session Of(Caller caller) => new(
            caller.Name, caller.Role.ToString(), caller.Region.ToString(), caller.HasSecondFactor, caller.MustChangePassword);
    }
}
