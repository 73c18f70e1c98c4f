using Microsoft.AspNetCore.Http.HttpResults;
using Omr.Service.Access;
using Omr.Service.Reconciliation.Closing;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Rosters;

namespace Omr.Service.Api;

/// <summary><c>/findings</c>: the discrepancies, and what people do about them.</summary>
internal static class FindingEndpoints
{
    private const int LongestText = 2000;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/findings", List)
            .For(Act.ViewReconciliation)
            .WithSummary("The findings by room, class, number and page");
        // Who may do which of the three is asked class by class.
        api.MapPost("/findings/acts", ActAsync)
            .For(Act.ViewReconciliation)
            .WithSummary("Answer a finding, propose how it is closed, or close it");
    }

    private static Results<ListAnswer<FindingMessage>, ProblemHttpResult> List(
        HttpContext context,
        Caller caller,
        LiveProvince live,
        string kab = "",
        string lokasi = "",
        string ruang = "",
        string kode = "",
        string status = "",
        string cursor = "",
        int? limit = null)
    {
        FindingStatus? wanted = status switch { "open" or "terbuka" => FindingStatus.Open, "closed" or "tertutup" => FindingStatus.Closed, _ => null };
        if ((status.Length > 0 && wanted is null) || (lokasi.Length > 0 && kab.Length == 0) || (ruang.Length > 0 && lokasi.Length == 0))
        {
            return context.Problem(StatusCodes.Status400BadRequest, new(
                "status: open atau closed; lokasi perlu kab, ruang perlu lokasi.",
                "status: open or closed; lokasi needs kab, ruang needs lokasi."));
        }

        return new FindingList(new(kab, lokasi, ruang), kode, wanted).After(cursor, live.Current.FindingsOf(caller.Region), SliceLimit.Of(limit)) is { } part
            ? new ListAnswer<FindingMessage>(part.Select(f => FindingMessage.Of(context, f)))
            : context.Problem(StatusCodes.Status400BadRequest, new("cursor tidak dikenal; mulai lagi tanpa cursor.", "Unknown cursor; start again without one."));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ActAsync(
        ActRequest request, HttpContext context, Caller caller, LiveProvince live, ActStore acts, CancellationToken stop)
    {
        FindingActKind? kind = request.Tindakan switch
        {
            "jawab" => FindingActKind.Answer,
            "usul" => FindingActKind.Propose,
            "tutup" => FindingActKind.Close,
            _ => null,
        };
        var named = request.KdKab.Length + request.Lokasi.Length == 0 ? request.Ruang : $"{request.KdKab}-{request.Lokasi}-{request.Ruang}";
        var room = RoomId.Parse(named);
        if (kind is not { } act || FindingClass.Of(request.Kode) is not { } known || request.Teks.Trim().Length is 0 or > LongestText
            || (room is null && named.Length > 0))
        {
            return context.Problem(StatusCodes.Status422UnprocessableEntity, new(
                $"kode D01-D27 atau E1-E12; kdKab, lokasi dan ruang seperti pada temuan; tindakan jawab, usul atau tutup; teks 1 sampai {LongestText} huruf.",
                $"kode D01-D27 or E1-E12; kdKab, lokasi and ruang as the finding has them; tindakan jawab, usul or tutup; teks of 1 to {LongestText} letters."));
        }

        var state = live.Current;
        var isWithin = room is null ? caller.Region == Region.Province : caller.Region.Covers(room) && state.Rooms.ContainsKey(room);
        var key = new FindingKey(request.Kode, named, request.NomorPeserta, request.Subjek);
        // A finding that the machine tells must be there; what only people see comes to be by its first act.
        var isThere = known.IsRecorded || state.Findings.Any(f => FindingKey.Of(f.Finding) == key);
        if (!isWithin || !isThere)
            return context.NothingThere(FindingOf(request, named));
        if (await acts.ProblemAsync(caller, key, act, stop) is { } problem)
        {
            return context.Problem(
                known.May(caller.Role, act) ? StatusCodes.Status409Conflict : StatusCodes.Status403Forbidden, problem);
        }

        await acts.RecordAsync(caller, key, act, request.Teks.Trim(), stop);
        return TypedResults.NoContent();
    }

    private static Wording FindingOf(ActRequest request, string room)
    {
        var name = Identifier.Shown(string.Join(' ', new[] { request.Kode, room, request.NomorPeserta, request.Subjek }.Where(t => t.Length > 0)));
        return new($"Temuan {name}", $"Finding {name}");
    }

    /// <param name="Kode">D01 to D27, E1 to E12.</param>
    /// <param name="Tindakan"><c>jawab</c>, <c>usul</c> or <c>tutup</c>.</param>
    /// <param name="Teks">What is answered, proposed, decided.</param>
    /// <param name="KdKab">As the finding has it; empty for the province.</param>
    /// <param name="Lokasi">As the finding has it.</param>
    /// <param name="Ruang">As the finding has it; or, without the two before, KAB-LOKASI-RUANG.</param>
    /// <param name="NomorPeserta">As the finding has it.</param>
    /// <param name="Subjek">As the finding has it.</param>
    internal sealed record ActRequest(
        string Kode, string Tindakan, string Teks, string KdKab = "", string Lokasi = "", string Ruang = "", string NomorPeserta = "",
        string Subjek = "");
}
