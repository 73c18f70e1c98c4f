using Omr.Service.Reconciliation.Closing;
using Omr.Service.Reconciliation.Counts;
using Omr.Service.Reconciliation.Live;

namespace Omr.Service.Api;

/// <summary>How a room stands.</summary>
/// <param name="KdKab">Kab.</param>
/// <param name="Lokasi">Lokasi.</param>
/// <param name="Ruang">Room.</param>
/// <param name="Jumlah">Its counts.</param>
/// <param name="Lembar">Where its sheets are: printed = issued = scanned = scored + parked + absent.</param>
/// <param name="BeritaAcara">What its supervisor reports.</param>
/// <param name="Kesamaan">Its equalities.</param>
/// <param name="Peserta">Its participants, without scores.</param>
/// <param name="Temuan">Its findings.</param>
internal sealed record RoomMessage(
    string KdKab,
    string Lokasi,
    string Ruang,
    CountsMessage Jumlah,
    RegionMessage.SheetsMessage Lembar,
    RoomMessage.ReportMessage BeritaAcara,
    IReadOnlyList<EqualityMessage> Kesamaan,
    IReadOnlyList<RoomMessage.SeatMessage> Peserta,
    IReadOnlyList<FindingMessage> Temuan)
{
    /// <summary>The room in the caller's language.</summary>
    public static RoomMessage Of(HttpContext context, ProvinceState state, RoomState room)
    {
        var report = room.Counts.Report;
        return new(
            room.Room.Kab, room.Room.Lokasi, room.Room.Ruang,
            CountsMessage.Of([room]),
            RegionMessage.SheetsMessage.Of(SheetsBalance.Of(room, state)),
            new(report.Registered, report.Present, report.Absent, report.Received, report.Collected, report.SparesUsed, report.Damaged, report.Unused,
                report.Booklets.Received, report.Booklets.Used, report.Booklets.Damaged, report.Booklets.Unused, report.Booklets.Destroyed),
            [.. Equalities.Of(Level.Room, [room.Counts]).Select(e => EqualityMessage.Of(context, e))],
            [
                .. room.Judgement.Results.Zip(room.Judgement.Envelope.Seats, (result, seat) => new SeatMessage(
                    result.Participant.Number, result.Participant.Name, result.Participant.Seat, result.Participant.Subject, result.Package,
                    state.Exam.EntryOf(result.Participant) switch { null => "", { Present: true } => "H", _ => "TH" },
                    result.Status.ToString(), seat.Sheets.Length)),
            ],
            [.. state.Findings.Where(f => f.Finding.Room == room.Room).Select(f => FindingMessage.Of(context, f))]);
    }

    /// <param name="Terdaftar">Registered.</param>
    /// <param name="Hadir">Present.</param>
    /// <param name="TidakHadir">Absent.</param>
    /// <param name="LjkDiterima">Sheets received.</param>
    /// <param name="LjkTerkumpul">Sheets collected.</param>
    /// <param name="CadanganTerpakai">Spares used.</param>
    /// <param name="Rusak">Damaged.</param>
    /// <param name="Sisa">Unused.</param>
    /// <param name="NaskahDiterima">Question booklets received.</param>
    /// <param name="NaskahTerpakai">Used.</param>
    /// <param name="NaskahRusak">Damaged.</param>
    /// <param name="NaskahSisa">Left over.</param>
    /// <param name="NaskahDimusnahkan">Destroyed in the room.</param>
    internal sealed record ReportMessage(
        int? Terdaftar,
        int? Hadir,
        int? TidakHadir,
        int? LjkDiterima,
        int? LjkTerkumpul,
        int? CadanganTerpakai,
        int? Rusak,
        int? Sisa,
        int? NaskahDiterima,
        int? NaskahTerpakai,
        int? NaskahRusak,
        int? NaskahSisa,
        int? NaskahDimusnahkan);

    /// <param name="NomorPeserta">Participant number.</param>
    /// <param name="Nama">Name.</param>
    /// <param name="Kursi">Seat.</param>
    /// <param name="KdMapel">Subject.</param>
    /// <param name="Paket">Package that is scored; empty if none.</param>
    /// <param name="Hadir"><c>H</c>, <c>TH</c>, or empty while the attendance list doesn't say.</param>
    /// <param name="Status">DN, TH, BT, DT, LK, LH, TB, RV, MK, MH, MA.</param>
    /// <param name="Lembar">Sheets that bear the number.</param>
    internal sealed record SeatMessage(
        string NomorPeserta, string Nama, string Kursi, string KdMapel, string Paket, string Hadir, string Status, int Lembar);
}
