using System.Collections.Frozen;

namespace Omr.Service.Rosters;

/// <summary>The columns that are read from any list; what stands in others is nobody's business.</summary>
internal static class ListColumns
{
    /// <summary>Identifiers: text, though it may look like a number.</summary>
    public static FrozenSet<string> Identifiers { get; } = FrozenSet.Create(
        StringComparer.Ordinal, "nomor_peserta", "kd_kab", "lokasi", "ruang", "kursi", "kd_mapel", "paket");

    /// <summary>All that are read.</summary>
    public static FrozenSet<string> Read { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [.. Identifiers, "nama", "tgl_lahir", "hadir", "kejadian", "butir", "kunci", "ranah", "kebijakan", "bobot"]);
}
