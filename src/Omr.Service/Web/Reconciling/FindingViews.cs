using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Reconciliation;
using Omr.Service.Reconciliation.Closing;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Storage;

namespace Omr.Service.Web.Reconciling;

/// <summary>Makes views of findings for whoever looks.</summary>
internal sealed class FindingViews(Store store, LiveProvince live)
{
    /// <summary>The views.</summary>
    public Task<IReadOnlyList<FindingView>> OfAsync(Caller who, IReadOnlyList<ListedFinding> findings, CancellationToken stop) => store.ReadAsync<IReadOnlyList<FindingView>>(
        async db =>
        {
            var state = live.Current;
            var own = await OwnAccounts.OfAsync(db, who, stop);
            var evidence = findings.ToDictionary(f => f, f => EvidenceOf(state, f.Finding));
            var ids = evidence.Values.Distinct().ToList();
            var pages = await db.Pages.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.At, p.Refused }).ToDictionaryAsync(p => p.Id, stop);
            return [.. findings.Select(f => pages.GetValueOrDefault(evidence[f]) is { } page
                ? Of(who, state, own, f, page.At, page.Refused.Length == 0)
                : Of(who, state, own, f, null, isRead: false))];
        },
        stop);

    private static FindingView Of(Caller who, ProvinceState state, IReadOnlySet<string> own, ListedFinding listed, DateTime? arrived, bool isRead)
    {
        var (finding, acts) = (listed.Finding, listed.Acts);
        var kind = FindingClass.Of(finding.Code)!;
        var isOpen = listed.Status == FindingStatus.Open;
        var hindrance = isOpen && kind.May(who.Role, FindingActKind.Close) ? ClosingRule.Judge(acts, own) : null;
        return new()
        {
            Id = "t" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FindingKey.Of(finding).ToString())))[..12],
            Code = finding.Code,
            Name = kind.Name,
            Room = finding.Room,
            Number = finding.Number,
            Subject = finding.Subject,
            What = who.Role.May(Act.ViewScores) ? finding.Whole : finding.What,
            Status = listed.Status,
            Blocks = isOpen && kind.Blocks,
            Owner = acts.Any(a => a.Kind == FindingActKind.Propose) ? new("Ketua, untuk menyetujui usul", "the chair, to approve the proposal") : PartyWords.Of(kind.Parties),
            Since = Since(state, listed, arrived),
            Page = finding.Page is { Row: > 0 } page ? page.Row : null,
            PageName = finding.Page?.Shown ?? Wording.None,
            HasCrop = isRead && who.Role.May(Act.ViewSheets),
            Acts = [.. acts.Select(a => new FindingActView(Done(a.Kind), a.By, a.At, a.Text))],
            Choices = isOpen ? [.. Choices().Where(c => kind.May(who.Role, c.Kind) && (c.Kind != FindingActKind.Close || hindrance is null)).Select(c => c.Choice)] : [],
            Hindrance = hindrance,
        };
    }

    // When the page came; else when counts were reported, somebody recorded it, or the room's last page came.
    private static DateTime? Since(ProvinceState state, ListedFinding listed, DateTime? arrived)
    {
        var isOfReport = listed.Finding.Facts.Length > 0 && listed.Finding.Page is null;
        var reported = isOfReport && listed.Finding.Room is { } room ? state.Rooms.GetValueOrDefault(room)?.Counts.Report.At : null;
        return reported is { Ticks: > 0 } ? reported : arrived ?? (listed.Acts.IsEmpty ? null : listed.Acts[0].At);
    }

    private static long EvidenceOf(ProvinceState state, Finding finding)
    {
        if (finding.Page is { } page)
            return page.Row;
        return finding.Room is { } room && state.Rooms.TryGetValue(room, out var there)
            ? there.Judgement.Envelope.Kept.Select(s => s.Id.Row).DefaultIfEmpty().Max()
            : 0;
    }

    private static IEnumerable<(FindingActKind Kind, FindingChoice Choice)> Choices() =>
    [
        (FindingActKind.Answer, new("jawab", new("Jawab", "Answer"))),
        (FindingActKind.Propose, new("usul", new("Usulkan penutupan", "Propose closing"))),
        (FindingActKind.Close, new("tutup", new("Tutup temuan", "Close"))),
    ];

    private static Wording Done(FindingActKind kind) => kind switch
    {
        FindingActKind.Answer => new("menjawab", "answered"),
        FindingActKind.Propose => new("mengusulkan penutupan", "proposed closing"),
        _ => new("menutup", "closed"),
    };
}
