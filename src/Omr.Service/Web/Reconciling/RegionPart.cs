using Omr.Service.Reconciliation.Closing;

namespace Omr.Service.Web.Reconciling;

/// <summary>A part of a region, or all of it: how its rooms stand, and its sums.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Path">Its page.</param>
/// <param name="Balanced">Rooms that balance.</param>
/// <param name="Off">Rooms that don't.</param>
/// <param name="Waiting">Rooms that wait.</param>
/// <param name="Registered">Registered participants.</param>
/// <param name="Present">Present ones.</param>
/// <param name="Sheets">Present ones with a sheet.</param>
/// <param name="Scored">Scored ones.</param>
/// <param name="Open">Open findings.</param>
/// <param name="Blocking">Of these, those that hold up the release.</param>
public sealed record RegionPart(
    Wording Name, string Path, int Balanced, int Off, int Waiting, int Registered, int Present, int Sheets, int Scored, int Open, int Blocking)
{
    /// <summary>All rooms.</summary>
    public int Rooms => Balanced + Off + Waiting;

    /// <summary>How all of it stands.</summary>
    public RoomStanding Standing => Off > 0 ? RoomStanding.Off : Waiting > 0 ? RoomStanding.Waiting : RoomStanding.Balanced;

    /// <summary>Sums up rooms.</summary>
    internal static RegionPart Of(Wording name, string path, IReadOnlyCollection<RoomOverview> rooms)
    {
        int Standing(RoomStanding standing) => rooms.Count(r => r.Standing == standing);
        return new(
            name, path, Standing(RoomStanding.Balanced), Standing(RoomStanding.Off), Standing(RoomStanding.Waiting),
            rooms.Sum(r => r.Room.Counts.Registered), rooms.Sum(r => r.Room.Counts.Present), rooms.Sum(r => r.Room.Counts.PresentWithSheet),
            rooms.Sum(r => r.Sheets.Scored - r.Room.Counts.Spares), rooms.Sum(r => r.Open), rooms.Sum(r => r.Blocking));
    }
}
