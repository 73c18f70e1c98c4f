using Omr.Service.Web.Layout;

namespace Omr.Service.Web.Counting;

/// <summary>The rooms of a lokasi, or those that were searched, or the parts of a bigger region.</summary>
/// <param name="Crumbs">The way down to it.</param>
/// <param name="Kab">Kab that is shown; empty for all.</param>
/// <param name="Lokasi">Lokasi that is shown; empty for all.</param>
/// <param name="Search">What is searched for.</param>
/// <param name="Sum">All rooms of the region.</param>
/// <param name="Parts">Its kab or lokasi; empty where rooms are shown.</param>
/// <param name="Rooms">Its rooms; empty where parts are shown.</param>
/// <param name="Left">How many more rooms were found than are shown.</param>
public sealed record CountListModel(
    IReadOnlyList<Crumb> Crumbs, string Kab, string Lokasi, string Search, CountPart Sum, IReadOnlyList<CountPart> Parts, IReadOnlyList<CountRoom> Rooms, int Left);
