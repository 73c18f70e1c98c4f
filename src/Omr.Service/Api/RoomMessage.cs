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
    MinutesMessage BeritaAcara,
    IReadOnlyList<EqualityMessage> Kesamaan,
    IReadOnlyList<RoomMessage.SeatMessage> Peserta,
    IReadOnlyList<FindingMessage> Temuan)
{
    /// <summary>The room in the caller's language.</summary>
    public static RoomMessage Of(HttpContext context, ProvinceState state, RoomState room) =>
        new(
            room.Room.Kab, room.Room.Lokasi, room.Room.Ruang,
            CountsMessage.Of([room]),
            RegionMessage.SheetsMessage.Of(SheetsBalance.Of(room, state)),
            new(room.Counts.Report),
            [.. Equalities.Of(Level.Room, [room.Counts]).Select(e => EqualityMessage.Of(context, e))],
            [
                .. state.ResultsOf(room).Zip(room.Judgement.Envelope.Seats, (result, seat) => new SeatMessage(
                    result.Participant.Number, result.Participant.Name, result.Participant.Seat, result.Participant.Subject, result.Package,
                    state.Exam.EntryOf(result.Participant) switch { null => "", { Present: true } => "H", _ => "TH" },
                    result.Status.ToString(), seat.Sheets.Length)),
            ],
            [.. state.Findings.Where(f => f.Finding.Room == room.Room).Select(f => FindingMessage.Of(context, f))]);

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
