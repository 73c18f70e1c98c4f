using Omr.Engine.Template;
using Omr.Service.Reconciliation;
using Omr.Service.Rosters;
using Omr.Service.Scoring;

namespace Omr.Service.Runs;

/// <summary>Reads the three lists of a run and holds them against each other and against the forms.</summary>
public static class ScoreInputs
{
    /// <summary>Reads the lists; null when anything is wrong with any of them.</summary>
    /// <param name="roster">Path of the roster.</param>
    /// <param name="attendance">Path of the attendance list.</param>
    /// <param name="key">Path of the key.</param>
    /// <param name="templates">The forms in use.</param>
    /// <param name="weights">What P and F weigh.</param>
    /// <param name="errors">Takes everything that is wrong.</param>
    public static Exam? Read(
        string roster,
        string attendance,
        string key,
        IReadOnlyList<FormTemplate> templates,
        ScoreWeights weights,
        ICollection<RowError> errors)
    {
        var limits = FormLimits.Of(templates);
        if (limits.Items == 0)
        {
            var forms = string.Join(", ", templates.Select(t => t.Id));
            errors.Add(new(forms, 0, new("formulir tidak punya isian jawaban", "the form has no field jawaban")));
            return null;
        }
        var people = RosterFile.Read(roster, limits, errors);
        var answers = AnswerKeyFile.Read(key, limits, weights, errors);
        var entries = people is null ? null : AttendanceFile.Read(attendance, people, errors);
        if (people is null || answers is null || entries is null)
            return null;
        var before = errors.Count;
        foreach (var subject in people.Participants.GroupBy(p => p.Subject))
        {
            foreach (var error in Gaps(subject.Key, [.. subject], answers, roster, key))
                errors.Add(error);
        }
        return errors.Count == before ? new(people, entries, answers, weights) : null;
    }

    private static IEnumerable<RowError> Gaps(
        string subject, List<Participant> people, AnswerKey answers, string roster, string key)
    {
        var keys = answers.Of(subject);
        if (keys.IsEmpty)
        {
            yield return new(key, 0, new(
                $"mapel {subject} tidak punya kunci, padahal {people.Count} peserta terdaftar (baris "
                    + $"{people.Min(p => p.Row)} daftar peserta)",
                $"subject {subject} has no key, but {people.Count} participants (roster row "
                    + $"{people.Min(p => p.Row)})"));
            yield break;
        }
        foreach (var person in people.Where(p => p.Package.Length > 0 && !keys.Any(k => k.Package == p.Package)))
        {
            yield return new(roster, person.Row, new(
                $"paket {person.Package} mapel {subject} tidak ada di kunci",
                $"package {person.Package} of subject {subject} isn't in the key"));
        }
    }
}
