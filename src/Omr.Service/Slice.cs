namespace Omr.Service;

/// <summary>A part of a long list, and where the next part begins.</summary>
/// <param name="Isi">The entries, in the list's order.</param>
/// <param name="Berikutnya">The <c>cursor</c> that asks for what follows; null at the end.</param>
internal sealed record Slice<T>(IReadOnlyList<T> Isi, string? Berikutnya)
{
    /// <summary>Makes a part of what was fetched: one entry more than wanted says that there is more.</summary>
    /// <param name="fetched">Up to one more than <paramref name="limit"/>.</param>
    /// <param name="limit">How many entries the part has at most.</param>
    /// <param name="cursor">The cursor that stands for an entry.</param>
    public static Slice<T> Of(IReadOnlyList<T> fetched, int limit, Func<T, string> cursor) =>
        fetched.Count > limit ? new([.. fetched.Take(limit)], cursor(fetched[limit - 1])) : new(fetched, null);

    /// <summary>The same list part of entries made into something else.</summary>
    public Slice<TOther> Select<TOther>(Func<T, TOther> make) => new([.. Isi.Select(make)], Berikutnya);
}
