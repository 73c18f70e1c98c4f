using System.Collections.Immutable;

namespace Omr.Service.Reconciliation;

/// <summary>What was decided about a participant, and what must be told about it.</summary>
/// <param name="Result">The participant's row.</param>
/// <param name="Findings">The findings that led to it.</param>
internal sealed record Verdict(ParticipantResult Result, ImmutableArray<Finding> Findings);
