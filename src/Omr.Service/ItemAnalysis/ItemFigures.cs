using System.Collections.Immutable;
using Omr.Service.Scoring;

namespace Omr.Service.ItemAnalysis;

/// <summary>What the answers say of one item (butir). A figure that isn't defined, because nobody differs, is null.</summary>
/// <param name="Item">The item with its key and policy.</param>
/// <param name="Participants">n.</param>
/// <param name="Difficulty">p, tingkat kesukaran: the share that was credited.</param>
/// <param name="Discrimination">Daya beda: point-biserial of being credited against the total without this item.</param>
/// <param name="UpperMinusLower">D: the share credited in the top 27 % less that in the bottom 27 %.</param>
/// <param name="Kr20Without">The package's reliability if this item were left out.</param>
/// <param name="Options">The options from A to the last one that anybody chose or a key names.</param>
/// <param name="Blank">Kosong.</param>
/// <param name="Multiple">Ganda.</param>
/// <param name="Unsure">Ragu; only a bonus item may be so in a sheet that was scored.</param>
internal sealed record ItemFigures(
    KeyItem Item,
    int Participants,
    double Difficulty,
    double? Discrimination,
    double? UpperMinusLower,
    double? Kr20Without,
    ImmutableArray<OptionFigures> Options,
    OptionFigures Blank,
    OptionFigures Multiple,
    OptionFigures Unsure);
