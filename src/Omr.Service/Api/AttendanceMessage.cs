using Omr.Service.Rosters;

namespace Omr.Service.Api;

/// <summary>A row of the attendance list.</summary>
/// <param name="NomorPeserta">Whose.</param>
/// <param name="Nama">Their name.</param>
/// <param name="Ruang">Their room.</param>
/// <param name="Hadir"><c>H</c> or <c>TH</c>.</param>
/// <param name="Kejadian"><c>BT</c>, <c>DT</c> or empty.</param>
internal sealed record AttendanceMessage(string NomorPeserta, string Nama, string Ruang, string Hadir, string Kejadian)
{
    public static AttendanceMessage Of(AttendanceMark mark, Participant? person) =>
        new(mark.Number, person?.Name ?? "", person?.Room.ToString() ?? "", ListFields.PresenceOf(mark.Entry), ListFields.IncidentOf(mark.Entry));
}
