using Omr.Service.Access;
using Omr.Service.Reconciliation;
using Omr.Service.Rosters;

namespace Omr.Service.Sheets;

/// <summary>The rooms that a page has to do with: the folder it came in and the room of the participant it bears.</summary>
/// <param name="Folder">The folder's room; null in the flat folder.</param>
/// <param name="Owner">The room of the participant whose number was surely read; null if there is none.</param>
internal sealed record SheetRooms(RoomId? Folder, RoomId? Owner)
{
    /// <summary>The room that must look into it.</summary>
    public RoomId? Room => Owner ?? Folder;

    /// <summary>Whether somebody of that region may see the page.</summary>
    public bool Within(Region region) =>
        region == Region.Province
        || (Folder is not null && region.Covers(Folder))
        || (Owner is not null && region.Covers(Owner));

    /// <summary>The rooms of a page.</summary>
    /// <param name="folder">Name of its folder, <c>KAB-LOKASI-RUANG</c> or empty.</param>
    /// <param name="state">What is known of its number (<see cref="NumberState"/> by name).</param>
    /// <param name="number">The number.</param>
    /// <param name="roomOf">The room of a participant.</param>
    public static SheetRooms Of(string folder, string state, string number, Func<string, RoomId?> roomOf) =>
        new(RoomId.Parse(folder), state == nameof(NumberState.Known) ? roomOf(number) : null);
}
