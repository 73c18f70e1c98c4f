using Omr.Service.Access;
using Omr.Service.Reconciliation.Counts;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Rosters;
using Omr.Service.Storage;
using Omr.Service.Web.Layout;

namespace Omr.Service.Web.Counting;

/// <summary>Hitung LJK: the rooms to count, a room's count, its receipt. Made for a phone, and for a network that may be away.</summary>
internal static class CountingPages
{
    private const string Root = "/hitung";
    private const string OneRoom = Root + "/{kab}/{lokasi}/{ruang}";

    // More than one looks through with a thumb.
    private const int MostRooms = 200;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet(Root, List).For(Act.EnterAttendance);
        pages.MapGet(OneRoom, static (string kab, string lokasi, string ruang, Here here, LiveProvince live, Store store, CancellationToken stop) =>
            RoomAsync<CountRoomPage>(new(kab, lokasi, ruang), here, live, store, isReceipt: false, stop)).For(Act.EnterAttendance);
        pages.MapGet(OneRoom + "/bukti", static (string kab, string lokasi, string ruang, Here here, LiveProvince live, Store store, CancellationToken stop) =>
            RoomAsync<ReceiptPage>(new(kab, lokasi, ruang), here, live, store, isReceipt: true, stop)).For(Act.EnterAttendance);
    }

    private static IResult List(string? kab, string? lokasi, string? cari, Here here, LiveProvince live)
    {
        var own = here.Who!.Region;
        if (own.Ruang.Length > 0)
            return TypedResults.LocalRedirect(RegionWay.Path(Root, new RoomId(own.Kab, own.Lokasi, own.Ruang)));
        if (RegionWay.Asked(own, kab, lokasi) is not { } region)
            return TypedResults.NotFound();
        var search = (cari ?? "").Trim();
        var rooms = live.Current.RoomsOf(region).Where(r => r.Counts.Registered > 0).Select(RoomOf).ToList();
        if (rooms.Count == 0 && region != own)
            return TypedResults.NotFound();
        var found = search.Length > 0 ? rooms.Where(r => r.Room.ToString().Contains(search, StringComparison.OrdinalIgnoreCase)).ToList()
            : region.Lokasi.Length > 0 ? rooms
            : [];
        var parts = search.Length > 0 || region.Lokasi.Length > 0 ? []
            : rooms.GroupBy(r => new Region(r.Room.Kab, region.Kab.Length == 0 ? "" : r.Room.Lokasi, "")).Select(g => PartOf(g.Key, g));
        return here.Page<CountListPage, CountListModel>(new(
            RegionWay.To(Root, own, region), region.Kab, region.Lokasi, search, PartOf(region, rooms), [.. parts], [.. found.Take(MostRooms)], Math.Max(0, found.Count - MostRooms)));
    }

    private static async Task<IResult> RoomAsync<TPage>(RoomId room, Here here, LiveProvince live, Store store, bool isReceipt, CancellationToken stop)
        where TPage : PageOf<CountRoomModel>
    {
        var own = here.Who!.Region;
        if (!own.Covers(room) || !live.Current.Rooms.TryGetValue(room, out var state) || state.Counts.Registered == 0)
            return TypedResults.NotFound();
        // The row itself: whoever has just sent theirs sees it, though the live counts follow half a second later.
        var row = await store.ReadAsync(db => ProvinceReader.LatestReportAsync(db, room, stop), stop);
        if (row is null && isReceipt)
            return TypedResults.NotFound();
        var tally = new RoomTally(state.Counts with { Report = row is null ? RoomReport.Empty(room) : ProvinceReader.ReportOf(row) });
        return here.Page<TPage, CountRoomModel>(new(
            room,
            RegionWay.To(Root, own, new(room.Kab, room.Lokasi, ""), room, isReceipt ? new("Tanda bukti", "Receipt") : null),
            string.Join(", ", live.Current.Exam.Roster.In(room).Select(p => p.Subject).Distinct()),
            tally.Room.Registered,
            tally.Count(CountChecks.OfAttendance),
            CountGroups.Of(tally),
            row is null ? null : new(row.Id, row.By, row.At, row.Seal, row.Explanation, row.Note),
            tally.State,
            [.. CountChecks.All.Select(c => c.Difference(tally.Count))]));
    }

    private static CountRoom RoomOf(RoomState room) => new(
        room.Room, RegionWay.Path(Root, room.Room), RegionWay.Path("/api/v1/rooms", room.Room) + "/report",
        room.Counts.Registered, room.Counts.Report.Seal, new RoomTally(room.Counts).State);

    private static CountPart PartOf(Region region, IEnumerable<CountRoom> rooms)
    {
        var states = rooms.CountBy(r => r.State).ToDictionary();
        return new(RegionWay.Name(region), RegionWay.Path(Root, region), states.Values.Sum(), states);
    }
}
