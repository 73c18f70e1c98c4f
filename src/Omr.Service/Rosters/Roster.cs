using System.Collections.Immutable;

namespace Omr.Service.Rosters;

/// <summary>The roster (daftar peserta): who is registered and where each one sits. Numbers are unique.</summary>
public sealed class Roster
{
    private readonly Dictionary<string, Participant> _byNumber;
    private readonly Lazy<ImmutableArray<Participant>> _ascending;

    /// <summary>Makes the roster; the participants' numbers must differ.</summary>
    public Roster(IEnumerable<Participant> participants)
    {
        Participants =
        [
            .. participants.GroupBy(p => p.Room).OrderBy(r => r.Key)
                .SelectMany(r => r.OrderBy(p => p.Number, StringComparer.Ordinal)),
        ];
        _byNumber = Participants.ToDictionary(p => p.Number, StringComparer.Ordinal);
        Rooms = [.. Participants.Select(p => p.Room).Distinct()];
        _ascending = new(() => [.. Participants.OrderBy(p => p.Number, StringComparer.Ordinal)]);
    }

    /// <summary>Everybody, by room and then by ascending number, as the sheets lie in their envelopes.</summary>
    public ImmutableArray<Participant> Participants { get; }

    /// <summary>Everybody by ascending number, whatever the room.</summary>
    public ImmutableArray<Participant> ByNumber => _ascending.Value;

    /// <summary>Every room that somebody was placed in, ascending.</summary>
    public ImmutableArray<RoomId> Rooms { get; }

    /// <summary>The participant with that number, or null.</summary>
    public Participant? Find(string number) => _byNumber.GetValueOrDefault(number);
}
