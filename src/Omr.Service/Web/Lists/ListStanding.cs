using System.Collections.Immutable;
using Omr.Service.Access;
using Omr.Service.Rosters;
using Omr.Service.Web.Layout;

namespace Omr.Service.Web.Lists;

/// <summary>How the lists of a region stand.</summary>
/// <param name="Registered">Participants.</param>
/// <param name="Rooms">Their rooms.</param>
/// <param name="Kabs">Their kab.</param>
/// <param name="Present">Who is listed as present.</param>
/// <param name="Absent">Who is listed as absent.</param>
/// <param name="Waiting">The first rooms where somebody isn't listed yet.</param>
/// <param name="WaitingRooms">How many such rooms there are.</param>
public sealed record ListStanding(
    int Registered, int Rooms, int Kabs, int Present, int Absent, ImmutableArray<WaitingRoom> Waiting, int WaitingRooms)
{
    // More is what the reconciliation's pages are for.
    private const int MostRooms = 12;

    /// <summary>Who is on the attendance list.</summary>
    public int Listed => Present + Absent;

    /// <summary>Who isn't yet.</summary>
    public int Unlisted => Registered - Listed;

    internal static ListStanding Of(Omr.Service.Rosters.Lists lists, Region region)
    {
        var (registered, present, absent) = (0, 0, 0);
        var kabs = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new SortedDictionary<RoomId, int>();
        var rooms = 0;
        RoomId? last = null;
        // They stand in the order of their rooms.
        foreach (var person in lists.Roster.Participants.Where(p => region.Covers(p.Room)))
        {
            registered++;
            if (person.Room != last)
            {
                (last, rooms) = (person.Room, rooms + 1);
                kabs.Add(last.Kab);
            }

            if (!lists.Attendance.TryGetValue(person.Number, out var entry))
                waiting[person.Room] = waiting.GetValueOrDefault(person.Room) + 1;
            else if (entry.Present)
                present++;
            else
                absent++;
        }

        return new(
            registered, rooms, kabs.Count, present, absent,
            [.. waiting.Take(MostRooms).Select(w => new WaitingRoom(w.Key, RegionWay.Path("/rekonsiliasi", w.Key), w.Value))], waiting.Count);
    }
}
