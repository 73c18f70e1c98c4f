using System.Collections.Immutable;
using Omr.Engine.Template;

namespace Omr.Service.Rosters;

/// <summary>What the forms in use can hold, so that the lists are checked against them.</summary>
/// <param name="NumberLengths">Digits of a participant number.</param>
/// <param name="SubjectLengths">Digits of a subject code.</param>
/// <param name="Items">Most items of any form.</param>
/// <param name="Options">Every option that a form offers.</param>
public sealed record FormLimits(
    ImmutableSortedSet<int> NumberLengths,
    ImmutableSortedSet<int> SubjectLengths,
    int Items,
    ImmutableSortedSet<string> Options)
{
    // A form without the field leaves the length open within DOMAIN.md section 2: 9 to 16 digits.
    private static readonly int[] AnyNumber = [.. Enumerable.Range(9, 8)];
    private static readonly int[] AnySubject = [3];

    /// <summary>The limits of these forms together.</summary>
    public static FormLimits Of(IEnumerable<FormTemplate> templates)
    {
        var forms = templates.ToList();
        return new(
            Lengths(forms, "nomor_peserta", AnyNumber),
            Lengths(forms, "kd_mapel", AnySubject),
            forms.Max(f => f.Field("jawaban")?.Items ?? 0),
            [.. forms.SelectMany(f => f.Field("jawaban")?.Values ?? [])]);
    }

    private static ImmutableSortedSet<int> Lengths(List<FormTemplate> forms, string field, int[] otherwise)
    {
        var lengths = forms.Select(f => f.Field(field)?.Items ?? 0).Where(n => n > 0).ToImmutableSortedSet();
        return lengths.IsEmpty ? [.. otherwise] : lengths;
    }
}
