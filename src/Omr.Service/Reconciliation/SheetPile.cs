using System.Collections.Immutable;
using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation;

/// <summary>
/// The pile sorted: every page lies in exactly one place. A sheet without any pencil claims nothing when its owner is
/// absent, has another sheet that is filled, or isn't known: it is an unused form.
/// </summary>
internal sealed class SheetPile
{
    private static readonly ImmutableArray<Sheet> None = [];
    private readonly Dictionary<string, ImmutableArray<Sheet>> _owned;

    public SheetPile(Exam exam, IReadOnlyList<ScannedPage> pages)
    {
        Pages = pages.Count;
        Refused = [.. pages.Where(p => p.Refusal is not null)];
        (Kept, Repeats) = RepeatedScans.Part(pages.Select(p => p.Sheet).OfType<Sheet>());
        var filled = Kept
            .Where(s => !s.IsUntouched && s.Number.State == NumberState.Known)
            .Select(s => s.Number.Text)
            .ToHashSet(StringComparer.Ordinal);
        Unused = [.. Kept.Where(s => s.IsUntouched && !Claims(exam, s, filled))];
        var claiming = Kept.Except(Unused).ToList();
        Unclear = [.. claiming.Where(s => s.Number.State != NumberState.Known)];
        var numbered = claiming.Except(Unclear).ToList();
        Unknown = [.. numbered.Where(s => exam.Roster.Find(s.Number.Text) is null)];
        _owned = numbered.Except(Unknown)
            .GroupBy(s => s.Number.Text, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
    }

    public int Pages { get; }

    /// <summary>Pages that couldn't be read.</summary>
    public ImmutableArray<ScannedPage> Refused { get; }

    /// <summary>Sheets that count, repetitions left out.</summary>
    public List<Sheet> Kept { get; }

    /// <summary>Scans of a paper that counts already.</summary>
    public List<(Sheet Again, Sheet Kept)> Repeats { get; }

    /// <summary>Forms that nobody filled.</summary>
    public ImmutableArray<Sheet> Unused { get; }

    /// <summary>Filled sheets whose number is blank, partial or doubtful.</summary>
    public ImmutableArray<Sheet> Unclear { get; }

    /// <summary>Sheets whose number nobody in the roster has.</summary>
    public ImmutableArray<Sheet> Unknown { get; }

    /// <summary>The sheets that bear a participant's number.</summary>
    public ImmutableArray<Sheet> Of(Participant participant) => _owned.GetValueOrDefault(participant.Number, None);

    private static bool Claims(Exam exam, Sheet sheet, HashSet<string> filled) =>
        sheet.Number.State == NumberState.Known
        && !filled.Contains(sheet.Number.Text)
        && exam.Roster.Find(sheet.Number.Text) is { } owner
        && exam.IsPresent(owner);
}
