using Omr.Service.Publication;
using Omr.Service.Rosters;
using Omr.Service.Runs;

namespace Omr.Service.Web.Releasing;

/// <summary>The release of a kab.</summary>
/// <param name="Run">The run.</param>
/// <param name="Kab">The kab.</param>
/// <param name="Reasons">Everything that speaks against it; empty if nothing does.</param>
/// <param name="Rooms">The rooms where there is something to settle, with how much.</param>
/// <param name="Last">The kab's newest release; null before the first.</param>
public sealed record KabReleaseModel(RunView Run, string Kab, IReadOnlyList<Wording> Reasons, IReadOnlyList<KeyValuePair<RoomId, int>> Rooms, ReleaseView? Last)
{
    /// <summary>Whether this very run is released.</summary>
    public bool IsReleased => Last?.Run == Run.Id;
}
