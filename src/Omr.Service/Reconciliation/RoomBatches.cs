using System.Collections.Immutable;
using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation;

/// <summary>
/// Holds the head counts against the sheets, envelope by envelope (D01, D02; E3 and E4 of DOMAIN.md). A folder that is
/// named after a room is that room's batch; everything else is one batch of all the rooms without a folder. Sheets are
/// counted where they lay, unused forms and repeated scans left out. A refused page may be a sheet or not: it counts
/// against a shortage, never towards an excess.
/// </summary>
internal sealed class RoomBatches
{
    private readonly Exam _exam;
    private readonly ImmutableHashSet<RoomId> _folders;
    private readonly ImmutableArray<RoomId> _flat;
    private readonly bool _hasFlatPages;
    private readonly ILookup<RoomId, Participant> _present;
    private readonly ILookup<RoomId?, ScannedPage> _refused;
    private readonly ILookup<RoomId?, Sheet> _kept;
    private readonly ILookup<RoomId?, Sheet> _unused;

    public RoomBatches(Exam exam, SheetPile pile, IReadOnlyList<ScannedPage> pages)
    {
        _exam = exam;
        _folders = [.. pages.Select(p => p.Folder).OfType<RoomId>()];
        _flat = [.. exam.Roster.Rooms.Where(r => !_folders.Contains(r))];
        _hasFlatPages = pages.Any(p => p.Folder is null);
        _present = exam.Roster.Participants.Where(exam.IsPresent).ToLookup(p => p.Room);
        _refused = pile.Refused.ToLookup(p => p.Folder);
        _kept = pile.Kept.ToLookup(s => s.Folder);
        _unused = pile.Unused.ToLookup(s => s.Folder);
    }

    /// <summary>The room that a sheet of unknown owner belongs to; null where several share its batch.</summary>
    public RoomId? RoomOf(RoomId? folder) => folder ?? (_flat is [var only] ? only : null);

    /// <summary>The folder in which a participant's sheet is looked for; null when it is the flat batch.</summary>
    public RoomId? FolderOf(Participant participant) =>
        _folders.Contains(participant.Room) ? participant.Room : null;

    /// <summary>Everybody whose sheets are expected in the batch of that folder.</summary>
    public IEnumerable<Participant> Expected(RoomId? folder) =>
        _exam.Roster.Participants.Where(p => folder is null ? !_folders.Contains(p.Room) : p.Room == folder);

    /// <summary>The counts that don't agree.</summary>
    public IEnumerable<Finding> Counts()
    {
        foreach (var folder in _folders)
        {
            if (Count(folder, [folder], folder) is { } finding)
                yield return finding;
        }
        // No page lay flat: then each room without a folder is an envelope that isn't there.
        var rest = _hasFlatPages ? [_flat] : _flat.Select(r => ImmutableArray.Create(r));
        foreach (var rooms in rest)
        {
            if (Count(null, rooms, rooms is [var only] ? only : null) is { } finding)
                yield return finding;
        }
    }

    private Finding? Count(RoomId? folder, ImmutableArray<RoomId> rooms, RoomId? room)
    {
        var present = rooms.Sum(r => _present[r].Count());
        var refused = _refused[folder].Count();
        var read = _kept[folder].Count() - _unused[folder].Count();
        return read + refused < present ? new("D01", room, "", null, PileText.Fewer(present, read + refused, refused))
            : read > present ? new("D02", room, "", null, PileText.More(present, read))
            : null;
    }
}
