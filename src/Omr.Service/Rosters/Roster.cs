using System.Collections.Immutable;

namespace Omr.Service.Rosters;

/// <summary>The roster (daftar peserta): who is registered and where each one sits. Numbers are unique.</summary>
public sealed class Roster
{
    private readonly Dictionary<string, Participant> _byNumber;
    private readonly Lazy<ImmutableArray<Participant>> _ascending;
    private readonly Dictionary<RoomId, ImmutableArray<Participant>> _byRoom;

    /// <summary>Makes the roster; the participants' numbers must differ.</summary>
    public Roster(IEnumerable<Participant> participants)
    {
        Participants =
        [
            .. participants.GroupBy(p => p.Room).OrderBy(r => r.Key)
                .SelectMany(r => r.OrderBy(p => p.Number, StringComparer.Ordinal)),
        ];
        _byNumber = Participants.ToDictionary(p => p.Number, StringComparer.Ordinal);
        _ascending = new(() => [.. Participants.OrderBy(p => p.Number, StringComparer.Ordinal)]);
        _byRoom = Participants.GroupBy(p => p.Room).ToDictionary(g => g.Key, g => g.ToImmutableArray());
        Rooms = [.. _byRoom.Keys.Order()];
        Subjects = [.. Participants.Select(p => p.Subject)];
    }

    /// <summary>Everybody, by room and then by ascending number, as the sheets lie in their envelopes.</summary>
    public ImmutableArray<Participant> Participants { get; }

    /// <summary>Everybody by ascending number, whatever the room.</summary>
    public ImmutableArray<Participant> ByNumber => _ascending.Value;

    /// <summary>Every room that somebody was placed in, ascending.</summary>
    public ImmutableArray<RoomId> Rooms { get; }

    /// <summary>Every subject that somebody is examined in.</summary>
    public ImmutableHashSet<string> Subjects { get; }

    /// <summary>The participants of that room by ascending number; none if the roster has no such room.</summary>
    public ImmutableArray<Participant> In(RoomId room) => _byRoom.GetValueOrDefault(room, []);

    /// <summary>The participant with that number, or null.</summary>
    public Participant? Find(string number) => _byNumber.GetValueOrDefault(number);
}
