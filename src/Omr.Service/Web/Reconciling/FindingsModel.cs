using Omr.Service.Web.Layout;

namespace Omr.Service.Web.Reconciling;

/// <summary>A part of the list of findings.</summary>
/// <param name="Crumbs">The way to it.</param>
/// <param name="Filter">What was asked for.</param>
/// <param name="Kabs">Kab to choose from.</param>
/// <param name="Classes">Classes to choose from.</param>
/// <param name="Findings">The part.</param>
/// <param name="Next">The page of what follows; empty at the end.</param>
public sealed record FindingsModel(
    IReadOnlyList<Crumb> Crumbs, FindingFilter Filter, IReadOnlyList<string> Kabs, IReadOnlyList<ClassCount> Classes, IReadOnlyList<FindingView> Findings, string Next);
