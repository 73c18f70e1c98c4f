using Omr.Service.KeyCustody;

namespace Omr.Service.Web.Keys;

/// <summary>The key of a subject: where it stands, and what whoever looks may do about it.</summary>
/// <param name="Line">Where it stands.</param>
/// <param name="Versions">The sealed versions, the newest first.</param>
/// <param name="Own">When whoever looks entered it since; null if they didn't.</param>
/// <param name="Differences">Where the newest two entries differ, for the two who made them; null for all others.</param>
/// <param name="Items">Most items of a form.</param>
/// <param name="Options">The options of a form, <c>ABCDE</c>.</param>
public sealed record KeyModel(
    KeyLine Line, IReadOnlyList<KeyVersionLine> Versions, DateTime? Own, IReadOnlyList<KeyPlace>? Differences, int Items, string Options)
{
    /// <summary>Whether an entry now would be a revision.</summary>
    public bool IsRevision => Line.Version > 0;

    /// <summary>The differences by package: item numbers in a line.</summary>
    public IEnumerable<(string Package, string Items)> DifferentItems =>
        (Differences ?? []).GroupBy(d => d.Paket).Select(p => (p.Key, string.Join(", ", p.Select(d => d.Butir))));
}
