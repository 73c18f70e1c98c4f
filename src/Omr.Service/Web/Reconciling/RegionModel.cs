using Omr.Service.Reconciliation.Counts;
using Omr.Service.Web.Layout;

namespace Omr.Service.Web.Reconciling;

/// <summary>How a region stands.</summary>
/// <param name="Crumbs">The way down to it.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Whole">All of it.</param>
/// <param name="Parts">Its kab, lokasi or rooms.</param>
/// <param name="IsRooms">Whether its parts are rooms.</param>
/// <param name="Equalities">Its equalities that don't hold or aren't known, and those that do.</param>
/// <param name="Classes">Its open findings by class.</param>
/// <param name="Reasons">What keeps its scores from being released, the first of it.</param>
/// <param name="ReasonCount">All of it.</param>
/// <param name="FindingsPath">The page of its findings.</param>
public sealed record RegionModel(
    IReadOnlyList<Crumb> Crumbs,
    Wording Title,
    RegionPart Whole,
    IReadOnlyList<RegionPart> Parts,
    bool IsRooms,
    IReadOnlyList<EqualityView> Equalities,
    IReadOnlyList<ClassCount> Classes,
    IReadOnlyList<ReleaseReason> Reasons,
    int ReasonCount,
    string FindingsPath)
{
    /// <summary>Whether all its equalities hold.</summary>
    public bool IsAgreed => Equalities.All(e => e.State == EqualityState.Holds);
}
