using System.Collections.Immutable;

namespace Omr.Service.Rosters;

/// <summary>A row that a list would change.</summary>
/// <param name="Old">What is known.</param>
/// <param name="New">What the list says.</param>
/// <param name="Fields">The fields that differ.</param>
internal sealed record ListChange<T>(T Old, T New, ImmutableArray<FieldChange> Fields)
{
    public static ListChange<T> Of(T old, T @new, Func<T, IReadOnlyList<(string Column, string Value)>> fields) => new(
        old,
        @new,
        [
            .. fields(old).Zip(fields(@new)).Where(f => f.First.Value != f.Second.Value)
                .Select(f => new FieldChange(f.First.Column, f.First.Value, f.Second.Value)),
        ]);
}
