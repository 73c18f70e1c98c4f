using System.Collections.Immutable;

namespace Omr.Service.Reconciliation.Counts;

/// <summary>
/// An equality that a room's supervisor can check alone, before anything is scanned. The counts go by the names that they have
/// in the API, so that a phone without a network checks the very same.
/// </summary>
/// <param name="Code">E1 to E7.</param>
/// <param name="Name">Both sides in words.</param>
/// <param name="Left">What is added up on the left.</param>
/// <param name="Right">What is added up on the right.</param>
/// <param name="Fewer">What to do where the left is less; <c>{n}</c> by how many.</param>
/// <param name="More">What to do where it is more.</param>
/// <param name="IsLimit">Whether the left may be less.</param>
public sealed record CountCheck(
    string Code, Wording Name, ImmutableArray<string> Left, ImmutableArray<string> Right, Wording Fewer, Wording More, bool IsLimit = false)
{
    /// <summary>Left less right; null while a count is missing, 0 where it is within the limit.</summary>
    public int? Difference(Func<string, int?> count)
    {
        var left = Sum(Left, count);
        var right = Sum(Right, count);
        return IsLimit && left <= right ? 0 : left - right;
    }

    private static int? Sum(ImmutableArray<string> names, Func<string, int?> count) =>
        names.Aggregate((int?)0, (sum, name) => sum + count(name));
}
