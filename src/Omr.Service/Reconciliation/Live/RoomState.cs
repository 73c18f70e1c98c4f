using System.Collections.Immutable;
using Omr.Service.Reconciliation.Counts;
using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation.Live;

/// <summary>How a room stands.</summary>
/// <param name="Room">The room.</param>
/// <param name="Judgement">What was made of its batch.</param>
/// <param name="Counts">What is counted in it.</param>
/// <param name="Findings">
/// What its batch gives reason to tell; some of it may stand under another room, the owner's.
/// </param>
internal sealed record RoomState(RoomId Room, Judgement Judgement, RoomCounts Counts, ImmutableArray<Finding> Findings)
{
    /// <summary>Judges a room. Pure.</summary>
    public static RoomState Of(Exam exam, RoomId room, Envelope envelope, RoomReport? report)
    {
        var judgement = EnvelopeJudge.Judge(exam, envelope);
        var counts = RoomCounts.Of(exam, room, judgement, report);
        return new(room, judgement, counts, [.. judgement.Findings, .. RoomFindings.Of(counts, envelope)]);
    }
}
