using System.Collections.Immutable;

namespace Omr.Service.Reconciliation.Closing;

/// <summary>A finding with what people did about it.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Status">Whether somebody must still act.</param>
/// <param name="Acts">What was done, the latest last.</param>
internal sealed record ListedFinding(Finding Finding, FindingStatus Status, ImmutableArray<FindingAct> Acts);
