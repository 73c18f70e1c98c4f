using Omr.Service.Rosters;
using Omr.Service.Scoring;

namespace Omr.Service.Reconciliation;

/// <summary>What came out for a registered participant, one row of nilai.csv.</summary>
/// <param name="Participant">Who.</param>
/// <param name="Status">What became of the sheet.</param>
/// <param name="Package">The package that was scored; empty if none.</param>
/// <param name="Score">The score; only <see cref="ScoreStatus.DN"/> and <see cref="ScoreStatus.LK"/> have one.</param>
public sealed record ParticipantResult(Participant Participant, ScoreStatus Status, string Package, Score? Score);
