using Microsoft.AspNetCore.Http.HttpResults;
using Omr.Service.Access;
using Omr.Service.Audit;
using Omr.Service.Storage;

namespace Omr.Service.Api;

/// <summary><c>GET /audit</c>: who did what, the newest first. The log is the province's, and is shown to its auditors alone.</summary>
internal static class AuditEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/audit", ListAsync).For(Act.ViewAudit).WithSummary("Who did what, the newest first");

    private static async Task<Results<ListAnswer<AuditMessage>, ProblemHttpResult>> ListAsync(
        long? cursor, string? subjek, string? siapa, int? limit, HttpContext context, Caller caller, AuditList list, CancellationToken stop)
    {
        if (caller.Region != Region.Province)
            return context.NothingThere(new("Log audit provinsi", "The province's audit log"));
        return new ListAnswer<AuditMessage>((await list.BeforeAsync(cursor, subjek, siapa, SliceLimit.Of(limit), stop)).Select(AuditMessage.Of));
    }

    /// <param name="Nomor">Place in the log; <c>omr audit prove</c> proves it.</param>
    /// <param name="Waktu">When (UTC).</param>
    /// <param name="Siapa">Name of the account.</param>
    /// <param name="Peran">Its role.</param>
    /// <param name="Tindakan">What was done.</param>
    /// <param name="Subjek">To what.</param>
    /// <param name="Sebelum">As it was.</param>
    /// <param name="Sesudah">As it is since.</param>
    /// <param name="Alasan">Why.</param>
    internal sealed record AuditMessage(
        long Nomor, DateTime Waktu, string Siapa, string Peran, string Tindakan, string Subjek, string Sebelum, string Sesudah, string Alasan)
    {
        public static AuditMessage Of(AuditRow row) =>
            new(row.Id, row.At, row.Who, row.Role, row.Act, row.Subject, row.Before, row.After, row.Why);
    }
}
