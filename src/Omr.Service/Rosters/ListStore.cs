using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Storage;

namespace Omr.Service.Rosters;

/// <summary>
/// The lists as they stand. What was loaded once is kept, and only rows that came since are read: a province is loaded at
/// the first question and costs nothing at the next.
/// </summary>
internal sealed class ListStore(Store store)
{
    private volatile Lists _last = Lists.Empty;

    /// <summary>Roster and attendance.</summary>
    public Task<Lists> CurrentAsync(CancellationToken stop) => store.ReadAsync(db => CurrentAsync(db, stop), stop);

    /// <summary>
    /// Roster and attendance as that transaction sees them; not after it added to them itself, since nobody knows yet
    /// whether that will hold.
    /// </summary>
    public async Task<Lists> CurrentAsync(OmrDatabase db, CancellationToken stop)
    {
        var state = new ListState(
            await db.Participants.MaxAsync(p => (long?)p.Id, stop) ?? 0, await db.Attendance.MaxAsync(a => (long?)a.Id, stop) ?? 0);
        var known = _last;
        if (known.State == state)
            return known;

        // A transaction that began earlier may see less than what is kept.
        if (known.State.LastParticipant > state.LastParticipant || known.State.LastAttendance > state.LastAttendance)
            known = Lists.Empty;
        var roster = known.State.LastParticipant == state.LastParticipant
            ? known.Roster
            : RosterOf(db, known, stop);
        var attendance = AttendanceOf(db, known, stop);
        return _last = new(roster, attendance, state);
    }

    // SQLite answers on the caller's thread anyway; to await each of 200,000 rows would only take longer.
    private static Roster RosterOf(OmrDatabase db, Lists known, CancellationToken stop)
    {
        var people = known.Roster.Participants.ToDictionary(p => p.Number, StringComparer.Ordinal);
        var rooms = known.Roster.Rooms.ToDictionary(r => r);
        var after = known.State.LastParticipant;
        foreach (var row in db.Participants.AsNoTracking().Where(p => p.Id > after).OrderBy(p => p.Id))
        {
            stop.ThrowIfCancellationRequested();
            if (row.IsRemoved)
            {
                people.Remove(row.Number);
                continue;
            }

            var room = new RoomId(row.Kab, row.Lokasi, row.Ruang);
            if (!rooms.TryGetValue(room, out var shared))
                rooms.Add(room, shared = room);
            people[row.Number] = new(row.Number, row.Name, row.BirthDate, shared, row.Seat, row.Subject, row.Package, 0);
        }

        return new(people.Values);
    }

    private static ImmutableDictionary<string, AttendanceEntry> AttendanceOf(
        OmrDatabase db, Lists known, CancellationToken stop)
    {
        var entries = known.Attendance.ToBuilder();
        var after = known.State.LastAttendance;
        foreach (var row in db.Attendance.AsNoTracking().Where(a => a.Id > after).OrderBy(a => a.Id))
        {
            stop.ThrowIfCancellationRequested();
            entries[row.Number] = new(row.IsPresent, Enum.Parse<Incident>(row.Incident));
        }

        return entries.ToImmutable();
    }
}
