namespace Omr.Service.Rosters;

/// <summary>A row of the attendance list (daftar hadir).</summary>
/// <param name="Present"><c>H</c> (signed) rather than <c>TH</c>.</param>
/// <param name="Incident">What the minutes (berita acara) say of this participant.</param>
public sealed record AttendanceEntry(bool Present, Incident Incident = Incident.None);
