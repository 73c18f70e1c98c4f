using System.Collections.Immutable;
using Omr.Service.Storage;

namespace Omr.Service.KeyCustody;

/// <summary>Where a subject's key stands: what is sealed, and what was entered since.</summary>
/// <param name="Versions">The sealed versions, the newest first.</param>
/// <param name="Entries">The newest entry of each person since then, the newest first. The first two are held against each other.</param>
/// <param name="Differences">Where these two differ; null as long as there aren't two.</param>
internal sealed record KeyStanding(
    ImmutableArray<KeyVersionRow> Versions, ImmutableArray<KeyEntryRow> Entries, ImmutableArray<KeyPlace>? Differences)
{
    /// <summary>The newest sealed version; null before the first.</summary>
    public KeyVersionRow? Sealed => Versions.IsEmpty ? null : Versions[0];

    /// <summary>Whether two people entered the same key.</summary>
    public bool IsAgreed => Differences is { IsEmpty: true };
}
