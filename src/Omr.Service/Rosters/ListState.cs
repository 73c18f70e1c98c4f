namespace Omr.Service.Rosters;

/// <summary>A state of the lists. Their rows are only ever added, so the last ones name it.</summary>
/// <param name="LastParticipant">Id of the last row of participants.</param>
/// <param name="LastAttendance">Id of the last row of attendance.</param>
internal sealed record ListState(long LastParticipant, long LastAttendance);
