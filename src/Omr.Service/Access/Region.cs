using Omr.Service.Rosters;

namespace Omr.Service.Access;

/// <summary>The part of a province that an account is for: all of it, a kab, a lokasi or a room.</summary>
/// <param name="Kab">Code of the kab; empty for the whole province.</param>
/// <param name="Lokasi">Code of the lokasi; empty for the whole kab.</param>
/// <param name="Ruang">Code of the room; empty for the whole lokasi.</param>
public sealed record Region(string Kab, string Lokasi, string Ruang)
{
    /// <summary>Everything.</summary>
    public static Region Province { get; } = new("", "", "");

    /// <summary>Whether that room lies in it.</summary>
    public bool Covers(RoomId room) =>
        (Kab.Length == 0 || Kab == room.Kab)
        && (Lokasi.Length == 0 || Lokasi == room.Lokasi)
        && (Ruang.Length == 0 || Ruang == room.Ruang);

    /// <summary>Whether all of that region lies in it.</summary>
    public bool Covers(Region other) =>
        (Kab.Length == 0 || Kab == other.Kab)
        && (Lokasi.Length == 0 || Lokasi == other.Lokasi)
        && (Ruang.Length == 0 || Ruang == other.Ruang);

    /// <summary>Reads <c>KAB[-LOKASI[-RUANG]]</c>, empty for the province; null if it is none.</summary>
    public static Region? Parse(string text)
    {
        if (text.Length == 0)
            return Province;
        var parts = text.Split('-');
        return parts.Length <= 3 && parts.All(p => p.Length > 0 && p.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            ? new(parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "")
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join('-', new[] { Kab, Lokasi, Ruang }.Where(p => p.Length > 0));
}
