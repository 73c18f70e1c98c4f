using System.Collections.Immutable;
using Omr.Service.Rosters;
using Omr.Service.Scoring;

namespace Omr.Service.Reconciliation;

/// <summary>Everything that sheets are held against. Every registered number is on the attendance list.</summary>
/// <param name="Roster">Who is registered.</param>
/// <param name="Attendance">Who came.</param>
/// <param name="Key">The right answers; every subject of the roster has some.</param>
/// <param name="Weights">What the two competences weigh.</param>
public sealed record Exam(
    Roster Roster,
    ImmutableDictionary<string, AttendanceEntry> Attendance,
    AnswerKey Key,
    ScoreWeights Weights)
{
    /// <summary>Whether that participant signed the attendance list.</summary>
    public bool IsPresent(Participant participant) => Attendance[participant.Number].Present;
}
