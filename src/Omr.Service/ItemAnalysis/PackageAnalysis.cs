using System.Collections.Immutable;

namespace Omr.Service.ItemAnalysis;

/// <summary>The item analysis (analisis butir soal) of one package of one subject.</summary>
/// <param name="Subject">Subject code.</param>
/// <param name="Package">Package code.</param>
/// <param name="Participants">n.</param>
/// <param name="Mean">Mean of the totals, items right; null without participants.</param>
/// <param name="Deviation">Their standard deviation, divisor n-1; null below two participants.</param>
/// <param name="Kr20">Reliability (KR-20); null with fewer than two items, or when all have the same total.</param>
/// <param name="Sem">Standard error of measurement, in items; null without a reliability.</param>
/// <param name="Items">The items that count, ascending: annulled ones left.</param>
internal sealed record PackageAnalysis(
    string Subject,
    string Package,
    int Participants,
    double? Mean,
    double? Deviation,
    double? Kr20,
    double? Sem,
    ImmutableArray<ItemFigures> Items)
{
    /// <summary>The items whose key somebody should look at.</summary>
    public ImmutableArray<SuspectItem> Suspects => SuspectItem.Among(Items);
}
