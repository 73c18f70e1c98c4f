using Omr.Service.Access;
using Omr.Service.Reconciliation.Closing;

namespace Omr.Service.Reconciliation.Live;

/// <summary>The rooms as the map of counts shows them; worked out once for each state, and for the rooms that changed.</summary>
internal sealed class ProvinceMap(LiveProvince live)
{
    private volatile Known? _last;

    /// <summary>How everything stands, and its rooms within that region.</summary>
    public (ProvinceState State, IReadOnlyList<RoomOverview> Rooms) Of(Region region)
    {
        var state = live.Current;
        var known = _last;
        if (known?.State != state)
            _last = known = new(state, RoomOverview.Of(state, known?.State, known?.Rooms ?? []));
        return (state, region == Region.Province ? known.Rooms : [.. known.Rooms.Where(r => region.Covers(r.Room.Room))]);
    }

    private sealed record Known(ProvinceState State, IReadOnlyList<RoomOverview> Rooms);
}
