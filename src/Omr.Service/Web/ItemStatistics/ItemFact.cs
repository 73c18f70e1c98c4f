using System.Collections.Immutable;
using Omr.Service.ItemAnalysis;
using Omr.Service.Scoring;

namespace Omr.Service.Web.ItemStatistics;

/// <summary>
/// What is shown of an item. Whatever tells its key, the options with their figures, is only there for those who may know it.
/// </summary>
/// <param name="Number">Number of the item.</param>
/// <param name="Participants">n.</param>
/// <param name="Difficulty">p.</param>
/// <param name="Discrimination">Point-biserial with the rest of the total.</param>
/// <param name="UpperMinusLower">D.</param>
/// <param name="Kr20Without">Reliability without the item.</param>
/// <param name="Blank">The part that left it blank.</param>
/// <param name="Multiple">The part that marked several.</param>
/// <param name="Suspicion">Why its key should be looked at; null if nothing says so.</param>
/// <param name="Key">The key; empty for those who may not know it.</param>
/// <param name="Choices">The options, then blank, several and unsure ones; empty for those who may not know the key.</param>
public sealed record ItemFact(
    int Number,
    int Participants,
    double Difficulty,
    double? Discrimination,
    double? UpperMinusLower,
    double? Kr20Without,
    double Blank,
    double Multiple,
    Wording? Suspicion,
    string Key,
    ImmutableArray<OptionFigures> Choices)
{
    private const double Hard = 0.30;
    private const double Easy = 0.70;
    private const double Rare = 0.05;

    /// <summary>Its difficulty in a word.</summary>
    public Wording Level => Difficulty < Hard ? new("sukar", "hard") : Difficulty > Easy ? new("mudah", "easy") : new("sedang", "medium");

    /// <summary>The wrong options that don't do their work, with the reason.</summary>
    public IEnumerable<(OptionFigures Option, Wording Why)> WeakDistractors =>
        from choice in Choices
        where !choice.IsKey && choice.Option.Length == 1
        let why = choice.PointBiserial > 0 ? new Wording("dipilih yang nilainya tinggi (r > 0)", "chosen by those with high scores (r > 0)")
            : choice.Share < Rare ? new Wording("hampir tidak dipilih (< 5 %)", "hardly chosen (< 5 %)") : null
        where why is not null
        select (choice, why);

    /// <summary>Of an item.</summary>
    internal static ItemFact Of(ItemFigures item, SuspectItem? suspect, bool tellsKey) => new(
        item.Item.Number, item.Participants, item.Difficulty, item.Discrimination, item.UpperMinusLower, item.Kr20Without,
        item.Blank.Share, item.Multiple.Share, tellsKey ? suspect?.Why : suspect?.Veiled,
        tellsKey ? KeyOf(item.Item) : "",
        tellsKey ? [.. item.Options, item.Blank, item.Multiple, .. item.Unsure.Count > 0 ? [item.Unsure] : Array.Empty<OptionFigures>()] : []);

    private static string KeyOf(KeyItem item) => string.Join(" / ", item.Options) + (item.Policy switch
    {
        KeyPolicy.Normal => "",
        KeyPolicy.SeveralKeys => " (KUNCI_GANDA)",
        KeyPolicy.BestOf => " (BEST_OF)",
        _ => " (BONUS)",
    });
}
