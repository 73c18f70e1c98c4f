using Omr.Service.Rosters;

namespace Omr.Service.Runs;

/// <summary>
/// Tells which room's batch a file lies in: the nearest folder above it that is named <c>KAB-LOKASI-RUANG</c> after a
/// room of the roster. Folders with other names, dates for example, say nothing.
/// </summary>
public sealed class RoomFolder(Roster roster)
{
    private readonly Dictionary<string, RoomId> _rooms =
        roster.Rooms.GroupBy(r => r.ToString(), StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Count() == 1)
            .ToDictionary(g => g.Key, g => g.Single(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The room of that file; null in a flat folder.</summary>
    public RoomId? Of(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        while (!string.IsNullOrEmpty(folder))
        {
            if (_rooms.TryGetValue(Path.GetFileName(folder), out var room))
                return room;
            folder = Path.GetDirectoryName(folder);
        }
        return null;
    }
}
