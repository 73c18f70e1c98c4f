using Omr.Service.Rosters;

namespace Omr.Service.Web.Lists;

/// <summary>A room of which somebody isn't on the attendance list yet.</summary>
/// <param name="Room">Which.</param>
/// <param name="Path">Its page.</param>
/// <param name="Unlisted">How many aren't.</param>
public sealed record WaitingRoom(RoomId Room, string Path, int Unlisted);
