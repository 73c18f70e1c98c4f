using Omr.Service.Access;
using Omr.Service.Reconciliation.Closing;
using Omr.Service.Reconciliation.Counts;
using Omr.Service.Reconciliation.Live;

namespace Omr.Service.Api;

/// <summary>How the province, or a kab, stands, and each of its parts.</summary>
/// <param name="KdKab">Kab; empty for the province.</param>
/// <param name="Jumlah">The counts.</param>
/// <param name="Lembar">Where the sheets are: printed = issued = scanned = scored + parked + absent.</param>
/// <param name="Kesamaan">The equalities.</param>
/// <param name="Temuan">The findings by class.</param>
/// <param name="PenahanRilis">What keeps the scores from being released; empty if nothing does.</param>
/// <param name="Bagian">The kab of a province, the lokasi of a kab.</param>
internal sealed record RegionMessage(
    string KdKab,
    CountsMessage Jumlah,
    RegionMessage.SheetsMessage Lembar,
    IReadOnlyList<EqualityMessage> Kesamaan,
    IReadOnlyList<RegionMessage.ClassMessage> Temuan,
    IReadOnlyList<RegionMessage.ReasonMessage> PenahanRilis,
    IReadOnlyList<RegionMessage.PartMessage> Bagian)
{
    // A whole province may have thousands of reasons on the morning of the exam; they are all in the rooms' own answers.
    private const int MostReasons = 200;

    /// <summary>The region in the caller's language.</summary>
    /// <param name="context">The request.</param>
    /// <param name="state">How everything stands.</param>
    /// <param name="region">What is asked for, within what the caller may see.</param>
    /// <param name="seesProvince">Whether the caller may know of what belongs to no room.</param>
    public static RegionMessage Of(HttpContext context, ProvinceState state, Region region, bool seesProvince)
    {
        var rooms = state.RoomsOf(region).ToList();
        var findings = state.FindingsOf(region).ToList();
        var open = findings.Where(f => f is { Status: FindingStatus.Open, Finding.Room: not null }).ToLookup(f => PartOf(region, f.Finding.Room!));
        var sheets = ReleaseGate.Sheets(state, region);
        return new(
            region.Kab,
            CountsMessage.Of(rooms),
            SheetsMessage.Of(sheets),
            [.. Equalities.Of(LevelOf(region), [.. rooms.Select(r => r.Counts)]).Select(e => EqualityMessage.Of(context, e))],
            [
                .. findings.GroupBy(f => f.Finding.Code).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new ClassMessage(
                    g.Key,
                    context.Say(FindingClass.Of(g.Key)!.Name),
                    g.Count(f => f.Status == FindingStatus.Open),
                    g.Count(f => f.Status == FindingStatus.Closed),
                    g.Count(f => f.Status == FindingStatus.Info))),
            ],
            [
                .. ReleaseGate.Blocking(state, region).Where(r => r.Room is not null || seesProvince).Take(MostReasons)
                    .Select(r => new ReasonMessage(r.Room?.ToString() ?? "", r.Count, context.Say(r.Why))),
            ],
            [
                .. rooms.GroupBy(r => PartOf(region, r.Room)).Select(g => new PartMessage(
                    g.Key.Kab, g.Key.Lokasi, CountsMessage.Of([.. g]),
                    [
                        .. Equalities.Of(g.Key.Lokasi.Length == 0 ? Level.Kab : Level.Lokasi, [.. g.Select(r => r.Counts)])
                            .Where(e => e.State == EqualityState.Off).Select(e => e.Code).Distinct(),
                    ],
                    open[g.Key].Count())),
            ]);
    }

    private static Region PartOf(Region region, Rosters.RoomId room) =>
        new(room.Kab, region.Kab.Length == 0 ? "" : room.Lokasi, "");

    private static Level LevelOf(Region region) => region switch
    {
        { Kab: "" } => Level.Province,
        { Lokasi: "" } => Level.Kab,
        { Ruang: "" } => Level.Lokasi,
        _ => Level.Room,
    };

    /// <param name="Tercetak">Printed.</param>
    /// <param name="Dibagikan">Issued.</param>
    /// <param name="Terpindai">Scanned.</param>
    /// <param name="Dinilai">Scored.</param>
    /// <param name="Diparkir">Parked.</param>
    /// <param name="TidakHadir">Absent.</param>
    /// <param name="Cocok">Whether printed = issued = scanned = scored + parked + absent.</param>
    internal sealed record SheetsMessage(
        int Tercetak, int Dibagikan, int Terpindai, int Dinilai, int Diparkir, int TidakHadir, bool Cocok)
    {
        public static SheetsMessage Of(SheetsBalance sheets) => new(
            sheets.Printed, sheets.Issued, sheets.Scanned, sheets.Scored, sheets.Parked, sheets.Absent, sheets.Holds);
    }

    /// <param name="Kode">D01 to D27.</param>
    /// <param name="Nama">What it is.</param>
    /// <param name="Terbuka">Open.</param>
    /// <param name="Tertutup">Closed.</param>
    /// <param name="Info">Told only.</param>
    internal sealed record ClassMessage(string Kode, string Nama, int Terbuka, int Tertutup, int Info);

    /// <param name="Ruang">KAB-LOKASI-RUANG; empty for the province.</param>
    /// <param name="Jumlah">How many it is about.</param>
    /// <param name="Uraian">Why.</param>
    internal sealed record ReasonMessage(string Ruang, int Jumlah, string Uraian);

    /// <param name="KdKab">Kab.</param>
    /// <param name="Lokasi">Lokasi; empty where the part is a kab.</param>
    /// <param name="Jumlah">Its counts.</param>
    /// <param name="Selisih">Names of the equalities that don't hold.</param>
    /// <param name="TemuanTerbuka">Open findings.</param>
    internal sealed record PartMessage(
        string KdKab, string Lokasi, CountsMessage Jumlah, IReadOnlyList<string> Selisih, int TemuanTerbuka);
}
