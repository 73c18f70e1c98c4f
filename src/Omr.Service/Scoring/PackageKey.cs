using System.Collections.Immutable;

namespace Omr.Service.Scoring;

/// <summary>The key of one package of one subject (kunci jawaban).</summary>
/// <param name="Subject">Subject code (kd_mapel).</param>
/// <param name="Package">Package code (paket).</param>
/// <param name="Items">Items 1 to n without a gap.</param>
public sealed record PackageKey(string Subject, string Package, ImmutableArray<KeyItem> Items)
{
    /// <summary>The items that count: all but the annulled ones.</summary>
    public IEnumerable<KeyItem> Counted => Items.Where(i => i.Policy != KeyPolicy.Annulled);
}
