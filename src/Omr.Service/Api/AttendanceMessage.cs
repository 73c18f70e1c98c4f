using Omr.Service.Rosters;

namespace Omr.Service.Api;

/// <summary>A row of the attendance list.</summary>
/// <param name="NomorPeserta">Whose.</param>
/// <param name="Hadir"><c>H</c> or <c>TH</c>.</param>
/// <param name="Kejadian"><c>BT</c>, <c>DT</c> or empty.</param>
internal sealed record AttendanceMessage(string NomorPeserta, string Hadir, string Kejadian)
{
    public static AttendanceMessage Of(AttendanceMark mark) =>
        new(mark.Number, ListFields.PresenceOf(mark.Entry), ListFields.IncidentOf(mark.Entry));
}
