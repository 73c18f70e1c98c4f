using System.Collections.Immutable;

namespace Omr.Service.Rosters;

/// <summary>Roster and attendance as the imports left them.</summary>
/// <param name="Roster">Who is registered.</param>
/// <param name="Attendance">Who came, by number; somebody without an entry isn't in it.</param>
/// <param name="State">Tells this state from any other: the last rows that it rests on.</param>
internal sealed record Lists(Roster Roster, ImmutableDictionary<string, AttendanceEntry> Attendance, ListState State)
{
    /// <summary>The room of a number; null for a number that nobody has.</summary>
    public RoomId? RoomOf(string number) => Roster.Find(number)?.Room;

    /// <summary>Before anything was imported.</summary>
    public static Lists Empty { get; } = new(
        new([]), ImmutableDictionary.Create<string, AttendanceEntry>(StringComparer.Ordinal), new(0, 0));
}
