namespace Omr.Service.Rosters;

/// <summary>A participant's row of the attendance list.</summary>
/// <param name="Number">Participant number.</param>
/// <param name="Entry">What it says.</param>
internal sealed record AttendanceMark(string Number, AttendanceEntry Entry);
