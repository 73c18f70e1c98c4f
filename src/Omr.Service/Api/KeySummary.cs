using Omr.Service.KeyCustody;

namespace Omr.Service.Api;

/// <summary>Where a subject's key stands.</summary>
/// <param name="Mapel">The subject.</param>
/// <param name="Versi">The sealed versions, the newest first.</param>
/// <param name="Menunggu">Entries since then, the newest of each person.</param>
/// <param name="Sepakat">Whether the newest two of them are the same; null as long as there aren't two.</param>
internal sealed record KeySummary(
    string Mapel, IReadOnlyList<KeySummary.Version> Versi, IReadOnlyList<KeySummary.Entry> Menunggu, bool? Sepakat)
{
    public static KeySummary Of(string subject, KeyStanding standing) => new(
        subject,
        [
            .. standing.Versions.Select(v => new Version(
                v.Version, v == standing.Sealed ? "berlaku" : "diganti", v.SealedBy, v.SealedAt, v.Reason)),
        ],
        [.. standing.Entries.Select(e => new Entry(e.By, e.At))],
        standing.Differences?.IsEmpty);

    /// <param name="Nomor">From 1.</param>
    /// <param name="Keadaan"><c>berlaku</c>: scores are made by it; <c>diganti</c>: only runs before its revision were.</param>
    /// <param name="DisegelOleh">Who sealed it.</param>
    /// <param name="DisegelPada">When, UTC.</param>
    /// <param name="Alasan">Why it was revised; empty for the first version.</param>
    internal sealed record Version(int Nomor, string Keadaan, string DisegelOleh, DateTime DisegelPada, string Alasan);

    /// <param name="Oleh">Who entered it.</param>
    /// <param name="Pada">When, UTC.</param>
    internal sealed record Entry(string Oleh, DateTime Pada);
}
