namespace Omr.Service.ItemAnalysis;

/// <summary>Who chose an option, or left the item blank, or marked several.</summary>
/// <param name="Option">The option; <c>kosong</c>, <c>ganda</c> or <c>ragu</c> for those without a single one.</param>
/// <param name="IsKey">Whether the key names it.</param>
/// <param name="Count">How many.</param>
/// <param name="Share">The part of all.</param>
/// <param name="PointBiserial">
/// Correlation of choosing it with the total less that choice; a good distractor's is negative. Null if nobody or everybody
/// chose it.
/// </param>
/// <param name="Upper">The part of the top 27 % that chose it; null if all totals are about the same.</param>
/// <param name="Lower">The same of the bottom 27 %.</param>
public sealed record OptionFigures(
    string Option, bool IsKey, int Count, double Share, double? PointBiserial, double? Upper, double? Lower);
