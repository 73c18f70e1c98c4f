using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Omr.Service.Publication;

/// <summary>Scores in memory, ready to be sent: found by number, listed in the order of numbers.</summary>
/// <param name="InOrder">The scores in the order of numbers.</param>
/// <param name="ByNumber">The same by number.</param>
internal sealed record ScoreBook(ImmutableArray<ScoreEntry> InOrder, FrozenDictionary<string, ScoreEntry> ByNumber)
{
    /// <summary>No scores.</summary>
    public static ScoreBook Empty { get; } = Of([]);

    /// <summary>Makes a book of scores, each number once.</summary>
    public static ScoreBook Of(IEnumerable<ScoreEntry> entries)
    {
        ImmutableArray<ScoreEntry> inOrder = [.. entries.OrderBy(e => e.Number, StringComparer.Ordinal)];
        return new(inOrder, inOrder.ToFrozenDictionary(e => e.Number, StringComparer.Ordinal));
    }

    /// <summary>The scores from behind that number on.</summary>
    public IEnumerable<ScoreEntry> After(string cursor)
    {
        var (low, high) = (0, InOrder.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(InOrder[middle].Number, cursor) <= 0)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < InOrder.Length; low++)
            yield return InOrder[low];
    }
}
