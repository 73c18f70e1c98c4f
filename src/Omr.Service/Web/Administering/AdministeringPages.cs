using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Omr.Service.Access;
using Omr.Service.Audit;
using Omr.Service.Hosting;

namespace Omr.Service.Web.Administering;

/// <summary>Who may do what, what the service stands on, what was done, and how it is set.</summary>
internal static class AdministeringPages
{
    private const int MostEntries = 100;
    private const double Gigabyte = 1L << 30;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/pengguna", UsersAsync).For(Act.ViewAccounts);
        pages.MapGet("/perangkat", DevicesAsync).For(Act.FollowEvents);
        pages.MapGet("/jejak", TrailAsync).For(Act.ViewAudit);
        pages.MapGet("/pengaturan", Settings).For(Act.ViewAccounts);
    }

    private static async Task<IResult> UsersAsync(Here here, AccountDesk desk, CancellationToken stop)
    {
        var accounts = await desk.ListAsync(here.Who!.Region, stop);
        return here.Page<UsersPage, UsersModel>(new(
        [
            .. accounts.OrderBy(a => a.DisabledAt is not null).ThenBy(a => a.ApprovedBy is not null).ThenBy(a => a.Name, StringComparer.Ordinal).Select(a => new UserModel(
                a.Name, a.Person, a.IsMachine, Enum.Parse<Role>(a.Role), a.Scope, a.ApprovedBy, a.DisabledAt, a.IsSecondFactorConfirmed,
                string.Equals(a.Person, here.Who.Person, StringComparison.OrdinalIgnoreCase))),
        ]));
    }

    private static async Task<IResult> DevicesAsync(Here here, HealthCheckService health, DropPlaces drops, DataFolder data, AccountDesk desk, CancellationToken stop)
    {
        var report = await health.CheckHealthAsync(stop);
        var free = new DriveInfo(data.Root).AvailableFreeSpace / Gigabyte;
        var machines = here.May(Act.ViewAccounts)
            ? (await desk.ListAsync(here.Who!.Region, stop)).Where(a => a.IsMachine && a.DisabledAt is null).Select(a => (a.Name, Enum.Parse<Role>(a.Role), a.Scope)).ToList()
            : [];
        return here.Page<DevicesPage, DevicesModel>(new(
            report.Status == HealthStatus.Healthy, [.. HealthAnswer.ProblemsOf(report)],
            here.Who!.Region == Region.Province ? [.. drops.All.Select(d => (d.Path, d.Operator))] : [], machines, free));
    }

    private static async Task<IResult> TrailAsync(string? siapa, string? subjek, long? cursor, Here here, AuditList list, CancellationToken stop)
    {
        if (here.Who!.Region != Region.Province)
            return TypedResults.NotFound();
        var slice = await list.BeforeAsync(cursor, Asked(subjek), Asked(siapa), MostEntries, stop);
        return here.Page<TrailPage, TrailModel>(new(
            [.. slice.Isi.Select(a => new TrailEntry(a.Id, a.At, a.Who, a.Role, a.Act, a.Subject, a.Before, a.After, a.Why))],
            Asked(siapa) ?? "", Asked(subjek) ?? "", slice.Berikutnya));
    }

    private static IResult Settings(Here here, IOptions<ServiceOptions> options, IOptions<AuditOptions> audit, FormChoice forms, DataFolder data) =>
        here.Who!.Region != Region.Province
            ? TypedResults.NotFound()
            : here.Page<SettingsPage, SettingsModel>(SettingsModel.Of(options.Value, audit.Value, forms, data));

    private static string? Asked(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
