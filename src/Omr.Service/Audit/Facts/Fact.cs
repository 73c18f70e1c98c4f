using System.Collections.Immutable;

namespace Omr.Service.Audit.Facts;

/// <summary>Something that a row says, or that an entry of the log says of it.</summary>
/// <param name="Entry">The entry; null for a row.</param>
/// <param name="Name">What it is called; several of one name come in their order.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Says">All that it says.</param>
internal sealed record Fact(long? Entry, Wording Name, DateTime At, ImmutableArray<string> Says)
{
    // Row and entry take the time one after the other, and a large list lies between them.
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(5);

    /// <summary>What stored rows and the log's entries tell differently.</summary>
    public static IEnumerable<AuditFinding> Compare(IEnumerable<Fact> stored, IEnumerable<Fact> told)
    {
        var rows = stored.ToLookup(f => f.Name);
        var entries = told.ToLookup(f => f.Name);
        foreach (var name in rows.Select(g => g.Key).Union(entries.Select(g => g.Key)))
        {
            List<Fact> here = [.. rows[name]], there = [.. entries[name]];
            for (var i = 0; i < Math.Max(here.Count, there.Count); i++)
            {
                if (i >= here.Count)
                    yield return new(there[i].Entry, new($"{name.Indonesian} ada di log, tetapi tidak tersimpan", $"{name.English} is in the log, but isn't stored"));
                else if (i >= there.Count)
                    yield return new(null, new($"{name.Indonesian} tersimpan, tetapi tidak ada di log", $"{name.English} is stored, but isn't in the log"));
                else if (!here[i].Says.SequenceEqual(there[i].Says) || (here[i].At - there[i].At).Duration() > Apart)
                    yield return new(there[i].Entry, new($"{name.Indonesian} bukan lagi yang disimpan saat itu", $"{name.English} isn't what was stored then"));
            }
        }
    }
}
