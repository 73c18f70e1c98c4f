using System.Collections.Immutable;
using Omr.Service.Storage;

namespace Omr.Service.Review;

/// <summary>How the entry of a page stands for one person.</summary>
/// <param name="Free">Fields that nobody has keyed in, or two people differently.</param>
/// <param name="Differing">Of these: keyed in differently.</param>
/// <param name="Mine">What the person keyed in and waits for somebody else.</param>
/// <param name="Others">What somebody else keyed in and waits.</param>
/// <param name="All">How many fields there are.</param>
/// <param name="Fate">What was proposed or decided of the page as a whole; empty if nothing.</param>
internal sealed record EntryStanding(
    ImmutableArray<EntryField> Free,
    ImmutableArray<EntryField> Differing,
    ImmutableDictionary<EntryField, CorrectionRow> Mine,
    ImmutableDictionary<EntryField, CorrectionRow> Others,
    int All,
    string Fate)
{
    /// <summary>How many items its paper has.</summary>
    public int Items => All - EntryField.All(0).Count();

    /// <summary>How many fields two people keyed in alike.</summary>
    public int Settled => All - Free.Length - Mine.Count - Others.Count;

    /// <summary>Whether the person has anything to key in.</summary>
    public bool IsDue => Free.Length + Others.Count > 0;

    /// <summary>How a page stands.</summary>
    /// <param name="known">Everything that was proposed of it.</param>
    /// <param name="items">How many items its paper has.</param>
    /// <param name="own">All accounts of the person.</param>
    public static EntryStanding Of(IReadOnlyList<KnownCorrection> known, int items, IReadOnlySet<string> own)
    {
        // What was keyed in before the number of items was known is keyed in a second time all the same.
        var last = known.Where(c => c.IsOpen && c.Row.Field == CorrectionField.Answers).Max(c => (int?)c.Row.Item) ?? 0;
        var fields = EntryField.All(Math.Max(items, last)).ToList();
        var byField = known.ToLookup(c => new EntryField(c.Row.Field, c.Row.Item));
        var open = fields.SelectMany(f => byField[f].Where(c => c.IsOpen).Take(1).Select(c => (Field: f, c.Row))).ToList();
        var free = fields.Where(f => !byField[f].Any(c => c.IsOpen || c.Holds)).ToImmutableArray();
        return new(
            free,
            [.. free.Where(f => byField[f].Any())],
            open.Where(o => own.Contains(o.Row.By)).ToImmutableDictionary(o => o.Field, o => o.Row),
            open.Where(o => !own.Contains(o.Row.By)).ToImmutableDictionary(o => o.Field, o => o.Row),
            fields.Count,
            byField[new(CorrectionField.Page, 0)].LastOrDefault(c => c.IsOpen || c.Holds)?.Row.New ?? "");
    }
}
