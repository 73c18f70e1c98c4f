using System.Collections.Immutable;

namespace Omr.Service.Runs;

/// <summary>What a run says of a region, counted.</summary>
/// <param name="ByStatus">How many participants have each status, by its code.</param>
/// <param name="Spread">How the scores lie; null where nobody is scored.</param>
/// <param name="Kabs">Each kab, by its code.</param>
public sealed record RunTally(
    ImmutableSortedDictionary<string, int> ByStatus, ScoreSpread? Spread, ImmutableArray<KabTally> Kabs);
