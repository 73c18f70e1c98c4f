using System.Collections.Immutable;
using Omr.Service.Reconciliation.Live;

namespace Omr.Service.Api;

/// <summary>The counts of a room or of many.</summary>
/// <param name="JumlahRuang">Rooms.</param>
/// <param name="RuangDiterima">Rooms of which something was scanned.</param>
/// <param name="Terdaftar">Registered.</param>
/// <param name="Hadir">Present, by the attendance lists.</param>
/// <param name="TidakHadir">Absent.</param>
/// <param name="BelumDidaftar">Not on an attendance list yet.</param>
/// <param name="PunyaLjk">Present with a sheet.</param>
/// <param name="Halaman">Pages scanned.</param>
/// <param name="Dibaca">Sheets read, each paper once.</param>
/// <param name="Ditolak">Pages refused and not dealt with.</param>
/// <param name="PindaianUlang">Repeated scans.</param>
/// <param name="Dikesampingkan">Pages put aside by two people.</param>
/// <param name="TakTerpakai">Forms that nobody filled.</param>
/// <param name="TakDikenal">Sheets with an unknown number.</param>
/// <param name="TakJelas">Sheets without a certain number.</param>
/// <param name="Cadangan">Spares used.</param>
/// <param name="Status">How many participants have each status.</param>
internal sealed record CountsMessage(
    int JumlahRuang,
    int RuangDiterima,
    int Terdaftar,
    int Hadir,
    int TidakHadir,
    int BelumDidaftar,
    int PunyaLjk,
    int Halaman,
    int Dibaca,
    int Ditolak,
    int PindaianUlang,
    int Dikesampingkan,
    int TakTerpakai,
    int TakDikenal,
    int TakJelas,
    int Cadangan,
    ImmutableSortedDictionary<string, int> Status)
{
    /// <summary>The counts of these rooms together.</summary>
    public static CountsMessage Of(IReadOnlyCollection<RoomState> rooms)
    {
        var b = rooms.Aggregate(Reconciliation.Balance.None, (sum, r) => sum.Add(r.Judgement.Balance));
        return new(
            rooms.Count,
            rooms.Count(r => r.Counts.HasArrived),
            b.Registered, b.Present, b.Absent, b.Unlisted, b.WithSheet, b.Pages, b.Read, b.Refused, b.Repeated, b.SetAside,
            b.Unused, b.Unknown, b.Unclear,
            rooms.Sum(r => r.Counts.Spares),
            b.Statuses.Where(s => s.Value > 0).ToImmutableSortedDictionary(s => s.Key.ToString(), s => s.Value, StringComparer.Ordinal));
    }
}
