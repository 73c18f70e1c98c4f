using Omr.Service.ItemAnalysis;

namespace Omr.Service.Web.ItemStatistics;

/// <summary>What is shown of a package.</summary>
/// <param name="Participants">n.</param>
/// <param name="Mean">Mean of the items right.</param>
/// <param name="Deviation">Standard deviation.</param>
/// <param name="Kr20">Reliability.</param>
/// <param name="Sem">Standard error of measurement.</param>
/// <param name="Items">The items that count.</param>
/// <param name="LeftOut">Numbers whose answers weren't found again as they were scored.</param>
public sealed record PackageFacts(
    int Participants, double? Mean, double? Deviation, double? Kr20, double? Sem, IReadOnlyList<ItemFact> Items, IReadOnlyList<string> LeftOut)
{
    /// <summary>The items whose key should be looked at.</summary>
    public IEnumerable<ItemFact> Suspects => Items.Where(i => i.Suspicion is not null);

    /// <summary>Of an analysis.</summary>
    internal static PackageFacts Of(RunAnalysis run, bool tellsKey)
    {
        var of = run.Analysis;
        var suspects = of.Suspects.ToDictionary(s => s.Figures.Item.Number);
        return new(
            of.Participants, of.Mean, of.Deviation, of.Kr20, of.Sem,
            [.. of.Items.Select(i => ItemFact.Of(i, suspects.GetValueOrDefault(i.Item.Number), tellsKey))], run.LeftOut);
    }
}
