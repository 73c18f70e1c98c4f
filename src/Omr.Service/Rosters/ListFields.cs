using System.Globalization;

namespace Omr.Service.Rosters;

/// <summary>The fields of the lists' rows, as their columns are named and as their files write them.</summary>
internal static class ListFields
{
    public static IReadOnlyList<(string Column, string Value)> Of(Participant person) =>
    [
        ("nama", person.Name),
        ("tgl_lahir", DateOf(person)),
        ("kd_kab", person.Room.Kab),
        ("lokasi", person.Room.Lokasi),
        ("ruang", person.Room.Ruang),
        ("kursi", person.Seat),
        ("kd_mapel", person.Subject),
        ("paket", person.Package),
    ];

    public static IReadOnlyList<(string Column, string Value)> Of(AttendanceMark mark) =>
        [("hadir", PresenceOf(mark.Entry)), ("kejadian", IncidentOf(mark.Entry))];

    public static string DateOf(Participant person) => person.BirthDate.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    public static string PresenceOf(AttendanceEntry entry) => entry.Present ? "H" : "TH";

    public static string IncidentOf(AttendanceEntry entry) => entry.Incident switch
    {
        Incident.Cancelled => "BT",
        Incident.Held => "DT",
        _ => "",
    };
}
