using System.Collections.Immutable;
using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation;

/// <summary>
/// A batch of pages and the participants whose sheets are expected in it: all that is needed to judge them, and nothing
/// that changes. Usually a room's envelope; in a run over a flat folder one batch of all the rooms without a folder.
/// </summary>
internal sealed class Envelope
{
    /// <summary>The room that a sheet of unknown owner belongs to; null where several share the batch.</summary>
    public required RoomId? Room { get; init; }

    /// <summary>Whether anything of it was scanned: what isn't there yet is waited for, not missing.</summary>
    public required bool HasArrived { get; init; }

    /// <summary>The participants, by room and number.</summary>
    public required ImmutableArray<Seat> Seats { get; init; }

    /// <summary>How many pages lie in it.</summary>
    public required int Pages { get; init; }

    /// <summary>Pages that couldn't be read.</summary>
    public required ImmutableArray<ScannedPage> Refused { get; init; }

    /// <summary>Pages that two people put aside.</summary>
    public required ImmutableArray<ScannedPage> SetAside { get; init; }

    /// <summary>Sheets that count, repetitions left out, in the order of their arrival.</summary>
    public required ImmutableArray<Sheet> Kept { get; init; }

    /// <summary>Scans of a paper that counts already, with the one that counts; null where it was ruled so.</summary>
    public required ImmutableArray<(ScannedPage Again, PageId? Kept)> Repeats { get; init; }

    /// <summary>Of the sheets: forms that nobody filled.</summary>
    public required ImmutableArray<Sheet> Unused { get; init; }

    /// <summary>Of the sheets: filled, whose number is blank, partial or doubtful.</summary>
    public required ImmutableArray<Sheet> Unclear { get; init; }

    /// <summary>Of the sheets: with a number that nobody in the roster has.</summary>
    public required ImmutableArray<Sheet> Unknown { get; init; }

    /// <summary>Of the sheets: with a participant's number, of this or another room.</summary>
    public required ImmutableArray<Sheet> Owned { get; init; }

    /// <summary>Of the sheets: those whose serial others bear as well, with all of these.</summary>
    public required ImmutableArray<(Sheet Sheet, ImmutableArray<Sheet> All)> Copies { get; init; }

    /// <summary>Sheets that are counted towards the room's head count.</summary>
    public int Filled => Kept.Length - Unused.Length;
}
