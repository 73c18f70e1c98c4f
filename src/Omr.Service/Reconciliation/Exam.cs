using System.Collections.Immutable;
using Omr.Service.Rosters;
using Omr.Service.Scoring;

namespace Omr.Service.Reconciliation;

/// <summary>
/// Everything that sheets are held against. While an exam goes on, attendance lists are still entered and keys not yet
/// sealed; what isn't known yet is waited for, never guessed.
/// </summary>
/// <param name="Roster">Who is registered.</param>
/// <param name="Attendance">Who came, as far as the lists were entered.</param>
/// <param name="Key">The right answers, as far as they were sealed.</param>
/// <param name="Weights">What the two competences weigh.</param>
public sealed record Exam(
    Roster Roster,
    ImmutableDictionary<string, AttendanceEntry> Attendance,
    AnswerKey Key,
    ScoreWeights Weights)
{
    /// <summary>What the attendance list says of that participant; null while it wasn't entered.</summary>
    public AttendanceEntry? EntryOf(Participant participant) => Attendance.GetValueOrDefault(participant.Number);

    /// <summary>Whether that participant signed the attendance list.</summary>
    public bool IsPresent(Participant participant) => EntryOf(participant) is { Present: true };

    /// <summary>Whether that subject is examined, but has no key yet.</summary>
    public bool AwaitsKey(string subject) => Roster.Subjects.Contains(subject) && Key.Of(subject).IsEmpty;
}
