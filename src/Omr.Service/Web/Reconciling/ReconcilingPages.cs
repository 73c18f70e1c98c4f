using Omr.Service.Access;
using Omr.Service.Reconciliation.Closing;
using Omr.Service.Reconciliation.Counts;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Rosters;
using Omr.Service.Web.Layout;

namespace Omr.Service.Web.Reconciling;

/// <summary>Rekonsiliasi: how the counts stand, from the province down to a room, and the findings with what is done about them.</summary>
internal static class ReconcilingPages
{
    private const string Root = "/rekonsiliasi";
    private const int MostReasons = 8;
    private const int MostFindings = 25;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet(Root, Region).For(Act.ViewReconciliation);
        pages.MapGet(Root + "/temuan", FindingsAsync).For(Act.ViewReconciliation);
        pages.MapGet(Root + "/{kab}/{lokasi}/{ruang}", RoomAsync).For(Act.ViewReconciliation);
    }

    private static IResult Region(string? kab, string? lokasi, Here here, ProvinceMap map)
    {
        var own = here.Who!.Region;
        if (own.Ruang.Length > 0)
            return TypedResults.LocalRedirect(RegionWay.Path(Root, new RoomId(own.Kab, own.Lokasi, own.Ruang)));
        if (RegionWay.Asked(own, kab, lokasi) is not { } region)
            return TypedResults.NotFound();
        var (state, rooms) = map.Of(region);
        if (rooms.Count == 0 && region != own)
            return TypedResults.NotFound();
        var reasons = ReleaseGate.Blocking(state, region, [.. rooms.Select(r => (r.Room.Room, r.Sheets))]).Where(r => r.Room is not null || own == Access.Region.Province).ToList();
        return here.Page<RegionPage, RegionModel>(new(
            RegionWay.To(Root, own, region),
            RegionWay.Name(region),
            RegionPart.Of(RegionWay.Name(region), RegionWay.Path(Root, region), rooms),
            PartsOf(region, rooms),
            region.Lokasi.Length > 0,
            [.. Equalities.Of(LevelOf(region), [.. rooms.Select(r => r.Room.Counts)]).Where(e => !e.IsInfo).Select(EqualityView.Of)],
            ClassesOf(state.FindingsOf(own).Where(f => region == own || (f.Finding.Room is { } room && region.Covers(room))), new(region.Kab, region.Lokasi)),
            [.. reasons.Take(MostReasons).Select(r => new ReleaseReason(r.Room?.ToString() ?? "", r.Room is null ? "" : RegionWay.Path(Root, r.Room), r.Why))],
            reasons.Count,
            new FindingFilter(region.Kab, region.Lokasi).Path));
    }

    private static async Task<IResult> RoomAsync(string kab, string lokasi, string ruang, Here here, ProvinceMap map, FindingViews views, CancellationToken stop)
    {
        var (own, id) = (here.Who!.Region, new RoomId(kab, lokasi, ruang));
        var (state, rooms) = map.Of(new(kab, lokasi, ruang));
        if (!own.Covers(id) || rooms is not [var overview])
            return TypedResults.NotFound();
        var (room, counts) = (overview.Room, overview.Room.Counts);
        return here.Page<RoomPage, RoomModel>(new(
            id,
            RegionWay.To(Root, own, new(kab, lokasi, ""), id),
            overview.Standing,
            [
                (new("Terdaftar", "Registered"), counts.Registered),
                (new("Hadir", "Present"), counts.IsListed ? counts.Present : null),
                (new("LJK menurut BA", "Sheets by minutes"), counts.Report.Collected),
                (new("Lembar terpindai", "Sheets scanned"), counts.HasArrived ? counts.Sheets : null),
                (new("Dinilai", "Scored"), overview.Sheets.Scored - counts.Spares),
                (new("Temuan terbuka", "Open findings"), overview.Open),
            ],
            [.. Equalities.Of(Level.Room, [counts]).Select(EqualityView.Of)],
            [
                .. room.Judgement.Results.Zip(room.Judgement.Envelope.Seats, (result, seat) => new SeatView(
                    result.Participant.Number, result.Participant.Name, result.Participant.Seat, result.Participant.Subject,
                    state.Exam.EntryOf(result.Participant)?.Present, [.. seat.Sheets.Select(s => s.Id.Row)], result.Status)),
            ],
            await views.OfAsync(here.Who, [.. state.Findings.Where(f => f.Finding.Room == id).OrderBy(f => f.Status)], stop),
            counts.Report.Seal,
            counts.Report.Explanation));
    }

    private static async Task<IResult> FindingsAsync([AsParameters] FindingFilter filter, Here here, LiveProvince live, FindingViews views, CancellationToken stop)
    {
        var own = here.Who!.Region;
        if (RegionWay.Asked(own, filter.Kab, filter.Lokasi) is not { } region)
            return TypedResults.NotFound();
        var state = live.Current;
        var visible = state.FindingsOf(own).ToList();
        if (new FindingList(region, filter.Kode ?? "", filter.Wanted).After(filter.Cursor ?? "", visible, MostFindings) is not { } part)
            return TypedResults.BadRequest();
        var within = visible.Where(f => region == Access.Region.Province || (f.Finding.Room is { } room && region.Covers(room)));
        return here.Page<FindingsPage, FindingsModel>(new(
            RegionWay.To(Root, own, region, last: new("Temuan", "Findings")),
            filter,
            own.Kab.Length > 0 ? [] : [.. state.Exam.Roster.Rooms.Select(r => r.Kab).Distinct()],
            ClassesOf(within, filter with { Cursor = null }),
            await views.OfAsync(here.Who, part.Isi, stop),
            part.Berikutnya is { } next ? (filter with { Cursor = next }).Path : ""));
    }

    private static List<RegionPart> PartsOf(Region region, IReadOnlyList<RoomOverview> rooms) => region.Lokasi.Length > 0
        ? [.. rooms.Select(r => RegionPart.Of(RegionWay.Ruang(r.Room.Room.Ruang), RegionWay.Path(Root, r.Room.Room), [r]))]
        :
        [
            .. rooms.GroupBy(r => new Region(r.Room.Room.Kab, region.Kab.Length == 0 ? "" : r.Room.Room.Lokasi, ""))
                .Select(g => RegionPart.Of(g.Key.Lokasi.Length == 0 ? RegionWay.Kab(g.Key.Kab) : RegionWay.Lokasi(g.Key.Lokasi), RegionWay.Path(Root, g.Key), [.. g])),
        ];

    private static List<ClassCount> ClassesOf(IEnumerable<ListedFinding> findings, FindingFilter filter) =>
    [
        .. findings.GroupBy(f => f.Finding.Code).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new ClassCount(
            g.Key, FindingClass.Of(g.Key)!.Name, g.Count(f => f.Status == FindingStatus.Open), FindingClass.Of(g.Key)!.Blocks, (filter with { Kode = g.Key }).Path)),
    ];

    private static Level LevelOf(Region region) =>
        region.Kab.Length == 0 ? Level.Province : region.Lokasi.Length == 0 ? Level.Kab : Level.Lokasi;
}
