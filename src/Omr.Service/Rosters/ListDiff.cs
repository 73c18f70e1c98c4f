using System.Collections.Immutable;

namespace Omr.Service.Rosters;

/// <summary>What a list would change.</summary>
/// <param name="Added">Rows whose number wasn't there.</param>
/// <param name="Changed">Rows that were there and say something else.</param>
/// <param name="Removed">Rows that would go.</param>
/// <param name="Unchanged">How many rows say what is known already.</param>
internal sealed record ListDiff<T>(
    ImmutableArray<T> Added, ImmutableArray<ListChange<T>> Changed, ImmutableArray<T> Removed, int Unchanged)
{
    /// <summary>Whether something that is known would be lost from sight.</summary>
    public bool Overwrites => Changed.Length + Removed.Length > 0;

    /// <summary>Holds a list against what is known.</summary>
    /// <param name="list">The list.</param>
    /// <param name="find">What is known of the same number; null if nothing is.</param>
    /// <param name="fields">The fields of a row by the names of their columns.</param>
    /// <param name="removed">What would go.</param>
    public static ListDiff<T> Of(
        IEnumerable<T> list,
        Func<T, T?> find,
        Func<T, IReadOnlyList<(string Column, string Value)>> fields,
        IEnumerable<T> removed)
    {
        var added = ImmutableArray.CreateBuilder<T>();
        var changed = ImmutableArray.CreateBuilder<ListChange<T>>();
        var unchanged = 0;
        foreach (var row in list)
        {
            if (find(row) is not { } known)
                added.Add(row);
            else if (ListChange<T>.Of(known, row, fields) is { Fields.IsEmpty: false } change)
                changed.Add(change);
            else
                unchanged++;
        }

        return new(added.ToImmutable(), changed.ToImmutable(), [.. removed], unchanged);
    }
}
