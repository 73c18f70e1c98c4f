using System.Collections.Immutable;

namespace Omr.Service.Reconciliation;

/// <summary>What a scoring run found.</summary>
/// <param name="Results">A result for each registered participant, by room and number.</param>
/// <param name="Findings">The discrepancies, by room, code, number and page.</param>
/// <param name="Balance">The counts.</param>
public sealed record RunReport(
    ImmutableArray<ParticipantResult> Results, ImmutableArray<Finding> Findings, Balance Balance)
{
    /// <summary>Whether a page was refused or somebody must act on a finding.</summary>
    public bool IsOpen => Balance.Refused > 0 || Findings.Any(f => f.IsOpen);
}
