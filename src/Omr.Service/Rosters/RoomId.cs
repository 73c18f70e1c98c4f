namespace Omr.Service.Rosters;

/// <summary>A room (ruang ujian): district, location and room code, each as the roster writes it.</summary>
/// <param name="Kab">Code of the district (kd_kab).</param>
/// <param name="Lokasi">Code of the exam location (TUK).</param>
/// <param name="Ruang">Code of the room.</param>
public sealed record RoomId(string Kab, string Lokasi, string Ruang) : IComparable<RoomId>
{
    /// <summary>The room named <c>KAB-LOKASI-RUANG</c>; null if that names none.</summary>
    public static RoomId? Parse(string name) =>
        name.Split('-') is [{ Length: > 0 } kab, { Length: > 0 } lokasi, { Length: > 0 } ruang] ? new(kab, lokasi, ruang) : null;

    /// <inheritdoc/>
    public int CompareTo(RoomId? other)
    {
        if (other is null)
            return 1;
        var kab = string.CompareOrdinal(Kab, other.Kab);
        var lokasi = string.CompareOrdinal(Lokasi, other.Lokasi);
        return kab != 0 ? kab : lokasi != 0 ? lokasi : string.CompareOrdinal(Ruang, other.Ruang);
    }

    /// <summary>KAB-LOKASI-RUANG: also the name of the folder that holds the room's batch.</summary>
    public override string ToString() => $"{Kab}-{Lokasi}-{Ruang}";

    /// <summary>Whether the left room comes first.</summary>
    public static bool operator <(RoomId left, RoomId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left room comes last.</summary>
    public static bool operator >(RoomId left, RoomId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left room doesn't come after the right.</summary>
    public static bool operator <=(RoomId left, RoomId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left room doesn't come before the right.</summary>
    public static bool operator >=(RoomId left, RoomId right) => left.CompareTo(right) >= 0;
}
