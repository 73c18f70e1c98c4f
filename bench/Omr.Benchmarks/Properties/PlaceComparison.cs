using Omr.Benchmarks.Campaign;

namespace Omr.Benchmarks.Properties;

/// <summary>Two options, blocks or heights, and how much more often weak marks fare badly in the one.</summary>
/// <param name="Group"><c>option</c>, <c>block</c> or <c>height</c>.</param>
/// <param name="Outcome"><c>doubtful</c>, or <c>misread</c>: read with certainty as blank or as another option.</param>
/// <param name="One">The one place.</param>
/// <param name="Other">The other.</param>
/// <param name="Difference">The rate in the one less that in the other.</param>
internal sealed record PlaceComparison(string Group, string Outcome, string One, string Other, RateDifference Difference)
{
    private static readonly string[] Outcomes = ["doubtful", "misread"];

    /// <summary>Groups of places, as they stand in the report.</summary>
    public static IReadOnlyList<string> Groups { get; } = ["option", "block", "height"];

    /// <summary>The chance that, where no places differ, any of all comparisons seems as unlikely (Holm 1979).</summary>
    public double Adjusted { get; private init; }

    /// <summary>
    /// Each two places of each group, for each outcome that occurred there at all, adjusted for their number; the
    /// unlikeliest first. A chunk of the state is a sheet with its turns.
    /// </summary>
    public static IReadOnlyList<PlaceComparison> All(IReadOnlyCollection<ChunkResult> sheets)
    {
        var all =
            from name in Groups
            let places = Places(sheets, name)
            from outcome in Outcomes
            where sheets.Any(s => places.Any(p => Count(s, name, p, outcome).Count > 0))
            from one in places
            from other in places
            where string.CompareOrdinal(one, other) < 0
            let difference = RateDifference.Of(Pairs(sheets, name, outcome, one, other))
            where difference is not null
            select new PlaceComparison(name, outcome, one, other, difference.Value);
        return Holm([.. all.OrderBy(c => c.Difference.P)]);
    }

    /// <summary>The places of a group.</summary>
    public static IReadOnlyList<string> Places(IEnumerable<ChunkResult> sheets, string group) =>
        [.. sheets.SelectMany(s => s.Reasons.Keys).Where(k => k.StartsWith(group + " ", StringComparison.Ordinal))
            .Select(k => k.Split(' ')[1]).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>How many marks in a place of a sheet fared so.</summary>
    public static Hits Count(ChunkResult sheet, string group, string place, string outcome)
    {
        var (ok, doubtful, blank, other) = (Of("ok"), Of("doubtful"), Of("blank"), Of("wrong"));
        var count = outcome switch
        {
            "ok" => ok,
            "doubtful" => doubtful,
            "blank" => blank,
            "misread" => blank + other,
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No such outcome."),
        };
        return new(count, ok + doubtful + blank + other);

        long Of(string what) => sheet.Reasons.GetValueOrDefault($"{group} {place} {what}");
    }

    private static List<(Hits, Hits)> Pairs(
        IEnumerable<ChunkResult> sheets, string group, string outcome, string one, string other) =>
        [.. sheets.Select(s => (One: Count(s, group, one, outcome), Other: Count(s, group, other, outcome)))
            .Where(s => s.One.Of + s.Other.Of > 0)];

    // The unlikeliest counts as many times as there are comparisons, each further one once less, and none for less
    // than one before it.
    private static List<PlaceComparison> Holm(List<PlaceComparison> ordered)
    {
        var adjusted = new List<PlaceComparison>();
        foreach (var comparison in ordered)
        {
            var p = Math.Min(1, comparison.Difference.P * (ordered.Count - adjusted.Count));
            adjusted.Add(comparison with { Adjusted = Math.Max(p, adjusted.Count == 0 ? 0 : adjusted[^1].Adjusted) });
        }

        return adjusted;
    }
}
