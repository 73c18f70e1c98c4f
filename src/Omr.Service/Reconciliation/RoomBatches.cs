using System.Collections.Immutable;
using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation;

/// <summary>
/// Holds the head counts against the sheets, envelope by envelope (D01, D02; E3 and E4 of DOMAIN.md). A folder that is
/// named after a room is that room's batch; everything else is one batch of all the rooms without a folder. Sheets are
/// counted where they lay: refused pages count, unused forms and repeated scans don't.
/// </summary>
internal sealed class RoomBatches
{
    private readonly Exam _exam;
    private readonly SheetPile _pile;
    private readonly ImmutableHashSet<RoomId> _folders;
    private readonly ImmutableArray<RoomId> _flat;
    private readonly bool _hasFlatPages;

    public RoomBatches(Exam exam, SheetPile pile, IReadOnlyList<ScannedPage> pages)
    {
        (_exam, _pile) = (exam, pile);
        _folders = [.. pages.Select(p => p.Folder).OfType<RoomId>()];
        _flat = [.. exam.Roster.Rooms.Where(r => !_folders.Contains(r))];
        _hasFlatPages = pages.Any(p => p.Folder is null);
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
        var present = _exam.Roster.Participants.Count(p => rooms.Contains(p.Room) && _exam.IsPresent(p));
        var refused = _pile.Refused.Count(p => p.Folder == folder);
        var sheets = refused + _pile.Kept.Count(s => s.Folder == folder) - _pile.Unused.Count(s => s.Folder == folder);
        return sheets < present ? new("D01", room, "", null, PileText.Fewer(present, sheets, refused))
            : sheets > present ? new("D02", room, "", null, PileText.More(present, sheets, refused))
            : null;
    }
}
