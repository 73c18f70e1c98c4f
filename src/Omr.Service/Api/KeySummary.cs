using Omr.Service.KeyCustody;

namespace Omr.Service.Api;

/// <summary>Where a subject's key stands.</summary>
/// <param name="Mapel">The subject.</param>
/// <param name="Versi">The newest sealed version; null before the first.</param>
/// <param name="DisegelOleh">Who sealed it.</param>
/// <param name="DisegelPada">When, UTC.</param>
/// <param name="Alasan">Why it was revised; empty for the first version.</param>
/// <param name="Menunggu">Entries since then, the newest of each person.</param>
/// <param name="Sepakat">Whether the newest two of them are the same; null as long as there aren't two.</param>
internal sealed record KeySummary(
    string Mapel,
    int? Versi,
    string? DisegelOleh,
    DateTime? DisegelPada,
    string? Alasan,
    IReadOnlyList<KeySummary.Entry> Menunggu,
    bool? Sepakat)
{
    public static KeySummary Of(string subject, KeyStanding standing) => new(
        subject,
        standing.Sealed?.Version,
        standing.Sealed?.SealedBy,
        standing.Sealed?.SealedAt,
        standing.Sealed?.Reason,
        [.. standing.Entries.Select(e => new Entry(e.By, e.At))],
        standing.Differences?.IsEmpty);

    /// <param name="Oleh">Who entered it.</param>
    /// <param name="Pada">When, UTC.</param>
    internal sealed record Entry(string Oleh, DateTime Pada);
}
