using Omr.Service.Access;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation.Closing;

/// <summary>
/// Whether the scores of a kab, or of the province, may be released. They may when
/// <list type="number">
/// <item>every registered participant of it has a status and every page lies in one place, which is asserted of the
/// province as a whole (<see cref="Balance.Holds"/>): terdaftar = hadir + tidak hadir + belum didaftar; pages = read +
/// refused + repeated + set aside; read = with sheet + duplicates + of absent + unknown + unclear + unused;</item>
/// <item>in each of its rooms printed = issued = scanned = scored + parked + absent (<see cref="SheetsBalance"/>);</item>
/// <item>no finding of a class that blocks (<see cref="FindingClass.Blocks"/>) is open in it. A page of the flat folder that
/// no room is known of may be anybody's, so it blocks every kab.</item>
/// </list>
/// </summary>
internal static class ReleaseGate
{
    /// <summary>Everything that keeps the scores of that region from being released; empty if nothing does.</summary>
    public static IReadOnlyList<BlockingReason> Blocking(ProvinceState state, Region region) =>
        Blocking(state, region, [.. state.RoomsOf(region).Select(r => (r.Room, SheetsBalance.Of(r, state)))]);

    /// <summary>The same, where it is known already where the sheets of its rooms are.</summary>
    public static IReadOnlyList<BlockingReason> Blocking(
        ProvinceState state, Region region, IReadOnlyCollection<(RoomId Room, SheetsBalance Sheets)> rooms)
    {
        var reasons = new List<BlockingReason>();
        if (!state.Balance.Holds)
        {
            reasons.Add(new(null, 1, new(
                $"Jumlah seluruh provinsi tidak seimbang; ini kesalahan program, laporkan: {state.Balance}",
                $"The province's counts don't balance; this is a fault of the program, report it: {state.Balance}")));
        }

        if (rooms.Count == 0)
            reasons.Add(new(null, 1, new("Daftar peserta wilayah ini belum ada.", "There is no roster for this region yet.")));
        // What belongs to no room comes first; then the rooms, which come in order: sorting thousands took as long as all the rest.
        var open = OpenFindings(state, region).ToLookup(r => r.Room);
        var known = rooms.Select(r => r.Room).ToHashSet();
        reasons.AddRange(open.Where(g => g.Key is null || !known.Contains(g.Key)).SelectMany(g => g));
        reasons.AddRange(rooms.SelectMany(r => Of(r.Room, r.Sheets).Concat(open[r.Room])));
        return reasons;
    }

    /// <summary>Where the sheets of that region are.</summary>
    public static SheetsBalance Sheets(ProvinceState state, Region region) =>
        state.RoomsOf(region).Select(r => SheetsBalance.Of(r, state))
            .Aggregate(new SheetsBalance(0, 0, 0, 0, 0, 0), (sum, r) => sum.Add(r));

    private static IEnumerable<BlockingReason> OpenFindings(ProvinceState state, Region region) =>
        from finding in state.Findings
        where finding.Status == FindingStatus.Open
        let kind = FindingClass.Of(finding.Finding.Code)!
        where kind.Blocks && (finding.Finding.Room is not { } room || region.Covers(room))
        group finding by (kind, finding.Finding.Room) into open
        select new BlockingReason(open.Key.Room, open.Count(), Open(open.Key.kind, open.Count()));

    private static IEnumerable<BlockingReason> Of(RoomId room, SheetsBalance sheets)
    {
        BlockingReason Because(int count, Wording why) => new(room, count, why);

        var unlisted = sheets.Printed - sheets.Issued;
        if (unlisted != 0)
        {
            yield return Because(unlisted, new(
                $"Tercetak {sheets.Printed}, dibagikan {sheets.Issued}: {unlisted} peserta belum ada di daftar hadir.",
                $"Printed {sheets.Printed}, issued {sheets.Issued}: {unlisted} participants aren't on the attendance list yet."));
        }

        var missing = sheets.Issued - sheets.Scanned;
        if (missing != 0)
        {
            yield return Because(missing, new(
                $"Dibagikan {sheets.Issued}, terpindai {sheets.Scanned}, selisih {missing}: pindai lembarnya, atau selesaikan "
                    + "temuan D10.",
                $"Issued {sheets.Issued}, scanned {sheets.Scanned}, off by {missing}: scan the sheets, or settle D10."));
        }

        var waiting = sheets.Scanned - sheets.Scored - sheets.Parked - sheets.Absent;
        if (waiting != 0)
        {
            yield return Because(waiting, new(
                $"Terpindai {sheets.Scanned}, dinilai {sheets.Scored}, diparkir {sheets.Parked}, tidak hadir {sheets.Absent}: "
                    + $"{waiting} peserta menunggu kunci mapelnya.",
                $"Scanned {sheets.Scanned}, scored {sheets.Scored}, parked {sheets.Parked}, absent {sheets.Absent}: "
                    + $"{waiting} participants wait for their subject's key."));
        }
    }

    private static Wording Open(FindingClass kind, int count) => new(
        $"{count} temuan {kind.Code} ({kind.Name.Indonesian}) masih terbuka.",
        $"{count} findings {kind.Code} ({kind.Name.English}) are still open.");
}
