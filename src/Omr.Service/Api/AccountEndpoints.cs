using Microsoft.AspNetCore.Http.HttpResults;
using Omr.Service.Access;
using Omr.Service.Storage;

namespace Omr.Service.Api;

/// <summary><c>/accounts</c>: who may do what. An administrator makes accounts, the Ketua lets them in.</summary>
internal static class AccountEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var accounts = api.MapGroup("/accounts");
        accounts.MapGet("", ListAsync).For(Act.ViewAccounts).WithSummary("List the accounts");
        accounts.MapPost("", CreateAsync).For(Act.ManageAccounts).WithSummary("Make an account; its password or key is told once");
        accounts.MapPost("/{nama}/approval", ApproveAsync).For(Act.ApproveAccount).WithSummary("Let a new account in");
        accounts.MapPost("/{nama}/password", ResetAsync).For(Act.ManageAccounts).WithSummary("Give a person a new password");
        accounts.MapDelete("/{nama}/sessions", EndSessionsAsync).For(Act.ManageAccounts).WithSummary("End a person's sessions");
        accounts.MapDelete("/{nama}", DisableAsync).For(Act.ManageAccounts).WithSummary("Shut an account out for good");
    }

    private static async Task<ListAnswer<Account>> ListAsync(Caller caller, AccountDesk desk, CancellationToken stop) =>
        new(new([.. (await desk.ListAsync(caller.Region, stop)).Select(Account.Of)], null));

    private static async Task<Results<Ok<NewSecret>, ProblemHttpResult>> CreateAsync(
        NewAccount order, HttpContext context, Caller caller, AccountDesk desk, CancellationToken stop)
    {
        if (Region.Parse(order.Wilayah) is not { } region)
        {
            return context.Problem(StatusCodes.Status422UnprocessableEntity, new(
                "wilayah: KAB[-LOKASI[-RUANG]], kosong untuk provinsi.", "wilayah: KAB[-LOKASI[-RUANG]], empty for the province."));
        }

        var (secret, refused) = await desk.CreateAsync(caller, order.Nama, order.Orang, order.Mesin, order.Peran, region, stop);
        return refused is null ? TypedResults.Ok(new NewSecret(secret)) : context.Problem(refused);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ApproveAsync(
        string nama, HttpContext context, Caller caller, AccountDesk desk, CancellationToken stop) =>
        Answer(context, await desk.ApproveAsync(caller, nama, stop));

    private static async Task<Results<Ok<NewSecret>, ProblemHttpResult>> ResetAsync(
        string nama, HttpContext context, Caller caller, AccountDesk desk, CancellationToken stop)
    {
        var (password, refused) = await desk.ResetPasswordAsync(caller, nama, stop);
        return refused is null ? TypedResults.Ok(new NewSecret(password)) : context.Problem(refused);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EndSessionsAsync(
        string nama, HttpContext context, Caller caller, AccountDesk desk, CancellationToken stop) =>
        Answer(context, await desk.EndSessionsAsync(caller, nama, stop));

    private static async Task<Results<NoContent, ProblemHttpResult>> DisableAsync(
        string nama, HttpContext context, Caller caller, AccountDesk desk, CancellationToken stop) =>
        Answer(context, await desk.DisableAsync(caller, nama, stop));

    private static Results<NoContent, ProblemHttpResult> Answer(HttpContext context, Refused? refused) =>
        refused is null ? TypedResults.NoContent() : context.Problem(refused);

    /// <param name="Nama">Name of the account.</param>
    /// <param name="Orang">Who uses it: a number or name that is theirs alone.</param>
    /// <param name="Peran">Role.</param>
    /// <param name="Wilayah">KAB[-LOKASI[-RUANG]]; empty for the province.</param>
    /// <param name="Mesin">Another system with an API key.</param>
    internal sealed record NewAccount(string Nama, string Orang, Role Peran, string Wilayah = "", bool Mesin = false);

    /// <param name="Rahasia">The password or key, told this once.</param>
    internal sealed record NewSecret(string Rahasia);

    /// <param name="Nama">Name of the account.</param>
    /// <param name="Orang">Who uses it.</param>
    /// <param name="Mesin">Whether it is a machine's.</param>
    /// <param name="Peran">Role.</param>
    /// <param name="Wilayah">Region; empty for the province.</param>
    /// <param name="DisetujuiOleh">Who let it in; null while it waits.</param>
    /// <param name="Nonaktif">When it was shut out.</param>
    /// <param name="DuaFaktor">Whether it uses one-time codes.</param>
    internal sealed record Account(
        string Nama, string Orang, bool Mesin, string Peran, string Wilayah, string? DisetujuiOleh, DateTime? Nonaktif, bool DuaFaktor)
    {
        public static Account Of(AccountRow row) => new(
            row.Name, row.Person, row.IsMachine, row.Role, row.Scope, row.ApprovedBy, row.DisabledAt, row.IsSecondFactorConfirmed);
    }
}
