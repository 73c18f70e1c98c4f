using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Omr.Service.Access;

namespace Omr.Service.Api;

/// <summary><c>/setup</c>: the first administrator, by the code on the server's terminal.</summary>
internal static class SetupEndpoints
{
    private const int LargestRequest = 16 << 10;

    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/setup", CreateAsync).AllowAnonymous().RequireRateLimiting(RequestLimits.SignIn)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status403Forbidden)
            .WithMetadata(new RequestSizeLimitAttribute(LargestRequest))
            .WithSummary("Make the first administrator, by the code on the server's terminal");

    private static async Task<Results<Ok<Made>, ProblemHttpResult>> CreateAsync(
        Setup wanted, HttpContext context, FirstStart start, CancellationToken stop)
    {
        var (caller, token, password, refused) = await start.CreateAsync(
            wanted.Kode, (wanted.Nama, wanted.Orang), wanted.Sandi, (wanted.NamaKetua, wanted.OrangKetua), stop);
        if (refused is not null)
            return context.Problem(refused);
        await SessionCookie.GiveAsync(context, caller!, token);
        return TypedResults.Ok(new Made(wanted.Nama, wanted.NamaKetua, password));
    }

    /// <param name="Kode">The code on the terminal.</param>
    /// <param name="Nama">Name of the administrator's account.</param>
    /// <param name="Orang">Who that is: a number or name that is theirs alone.</param>
    /// <param name="Sandi">The password that they choose.</param>
    /// <param name="NamaKetua">Name of the Ketua's account; empty to make none now.</param>
    /// <param name="OrangKetua">Who the Ketua is.</param>
    internal sealed record Setup(string Kode, string Nama, string Orang, string Sandi, string NamaKetua = "", string OrangKetua = "");

    /// <param name="Nama">The administrator's account, signed in now.</param>
    /// <param name="NamaKetua">The Ketua's account.</param>
    /// <param name="SandiKetua">The Ketua's password, to hand over, told this once; empty without a Ketua.</param>
    internal sealed record Made(string Nama, string NamaKetua, string SandiKetua);
}
