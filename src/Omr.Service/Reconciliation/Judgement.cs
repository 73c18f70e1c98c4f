using System.Collections.Immutable;

namespace Omr.Service.Reconciliation;

/// <summary>What was made of a batch.</summary>
/// <param name="Envelope">The batch.</param>
/// <param name="Results">A result for each participant expected in it.</param>
/// <param name="Findings">What must be told; a finding about a sheet stands under its owner's room.</param>
/// <param name="Balance">Its counts; they balance over all batches together.</param>
internal sealed record Judgement(
    Envelope Envelope, ImmutableArray<ParticipantResult> Results, ImmutableArray<Finding> Findings, Balance Balance);
