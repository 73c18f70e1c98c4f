using Omr.Service.Reconciliation;

namespace Omr.Service.Review;

/// <summary>How many items a page's paper has: by the sealed keys of the subject of its participant and of the one bubbled.</summary>
internal static class LastItem
{
    /// <summary>The last item; null while a key, or the subject, isn't known.</summary>
    public static int? Of(Exam exam, ReviewPage page)
    {
        var subjects = new[] { page.IsKnown ? exam.Roster.Find(page.Number)?.Subject : null, new CodeReading(page.Subject).Certain }
            .OfType<string>().Distinct().ToList();
        return Of(exam, subjects);
    }

    /// <summary>How many items the paper of these subjects has; null while a key isn't known.</summary>
    public static int? Of(Exam exam, IReadOnlyCollection<string> subjects) =>
        subjects.Count == 0 || subjects.Any(exam.AwaitsKey)
            ? null
            : subjects.SelectMany(s => exam.Key.Of(s)).Max(k => (int?)k.Items.Length);
}
