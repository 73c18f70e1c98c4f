using System.Collections.Immutable;
using Omr.Service.Reconciliation;
using Omr.Service.Scoring;

namespace Omr.Service.Runs;

/// <summary>How everybody stands at one moment, and what that was made from.</summary>
/// <param name="Results">A result for each registered participant; numbers are unique.</param>
/// <param name="KeyVersions"><c>180:1 220:3</c>: subject and key version.</param>
/// <param name="LastPageId">Pages up to this one.</param>
/// <param name="LastDecisionId">Decisions on corrections up to this one.</param>
/// <param name="Weights">What the competences weigh.</param>
internal sealed record RunSnapshot(
    ImmutableArray<ParticipantResult> Results, string KeyVersions, long LastPageId, long LastDecisionId, ScoreWeights Weights);
