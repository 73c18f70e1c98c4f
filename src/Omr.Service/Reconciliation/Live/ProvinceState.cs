using System.Collections.Immutable;
using Omr.Service.Access;
using Omr.Service.Reconciliation.Closing;
using Omr.Service.Rosters;
using Omr.Service.Scoring;

namespace Omr.Service.Reconciliation.Live;

/// <summary>How everything stands at a moment; never changes, so that any number of readers read it without waiting.</summary>
internal sealed class ProvinceState
{
    private readonly Lazy<ImmutableArray<Finding>> _unplaced;
    private readonly Lazy<ImmutableArray<ListedFinding>> _findings;

    /// <param name="exam">What the sheets are held against.</param>
    /// <param name="rooms">Every room of the roster, and every other that a batch is named after.</param>
    /// <param name="flat">Pages of the flat folder that belong to no room yet.</param>
    /// <param name="balance">The counts of all rooms.</param>
    /// <param name="acts">What people answered, proposed and decided.</param>
    public ProvinceState(
        Exam exam, ImmutableSortedDictionary<RoomId, RoomState> rooms, Envelope flat, Balance balance, FindingActs acts)
    {
        (Exam, Rooms, Flat, Acts) = (exam, rooms, flat, acts);
        Balance = balance.Add(Balance.Of(exam, flat, []));
        _unplaced = new(() => Unplaced(exam, rooms.Values, flat));
        _findings = new(() => acts.List(rooms.Values.SelectMany(r => r.Findings).Concat(_unplaced.Value)));
    }

    public Exam Exam { get; }

    public ImmutableSortedDictionary<RoomId, RoomState> Rooms { get; }

    /// <summary>Pages of the flat folder that belong to no room yet.</summary>
    public Envelope Flat { get; }

    public FindingActs Acts { get; }

    /// <summary>The counts of the province.</summary>
    public Balance Balance { get; }

    /// <summary>Every finding, in order.</summary>
    public ImmutableArray<ListedFinding> Findings => _findings.Value;

    /// <summary>The result for each participant of the roster.</summary>
    public IEnumerable<ParticipantResult> Results => Rooms.Values.SelectMany(ResultsOf);

    /// <summary>
    /// The result for each participant of a room. Once the Ketua has closed that its envelope isn't there (D27), it is awaited
    /// no more: who was present lost the sheet, until it does arrive.
    /// </summary>
    public IEnumerable<ParticipantResult> ResultsOf(RoomState room) => IsGivenUp(room)
        ? room.Judgement.Results.Select(r => r.Status == ScoreStatus.MA ? r with { Status = ScoreStatus.LH } : r)
        : room.Judgement.Results;

    /// <summary>Whether nothing has come of a room, and the Ketua has closed it so.</summary>
    public bool IsGivenUp(RoomState room) => !room.Counts.HasArrived && Acts.IsClosed(new("D27", room.Room.ToString(), "", ""));

    /// <summary>The rooms of a region.</summary>
    public IEnumerable<RoomState> RoomsOf(Region region) => Rooms.Values.Where(r => region.Covers(r.Room));

    /// <summary>The findings that somebody of a region may see; those of no room are the province's.</summary>
    public IEnumerable<ListedFinding> FindingsOf(Region region) =>
        Findings.Where(f => f.Finding.Room is { } room ? region.Covers(room) : region == Region.Province);

    private static ImmutableArray<Finding> Unplaced(Exam exam, IEnumerable<RoomState> rooms, Envelope flat)
    {
        if (flat.Pages == 0)
            return [];
        var unmatched = rooms.SelectMany(r => r.Judgement.Envelope.Seats)
            .Where(s => s.Sheets.IsEmpty && exam.IsPresent(s.Participant))
            .Select(s => s.Participant)
            .ToList();
        return [.. LooseSheets.Findings(flat, unmatched), .. PageFindings.Of(exam, flat)];
    }
}
