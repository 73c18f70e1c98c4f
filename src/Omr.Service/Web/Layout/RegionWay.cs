using Omr.Service.Access;
using Omr.Service.Rosters;

namespace Omr.Service.Web.Layout;

/// <summary>The way down the regions: province, kab, lokasi, room; everybody begins at their own.</summary>
internal static class RegionWay
{
    /// <summary>The region that is asked for, within one's own; null where it is outside.</summary>
    public static Region? Asked(Region own, string? kab, string? lokasi)
    {
        var asked = new Region(kab ?? "", (kab ?? "").Length == 0 ? "" : lokasi ?? "", "");
        return own.Covers(asked) ? asked : asked.Covers(own) ? own : null;
    }

    /// <summary>The steps from one's own region to that one, and on to a room of it.</summary>
    public static IReadOnlyList<Crumb> To(string root, Region own, Region shown, RoomId? room = null, Wording? last = null)
    {
        var steps = new List<(Wording Name, string Path)>();
        if (own.Kab.Length == 0)
            steps.Add((new("Provinsi", "Province"), root));
        if (own.Lokasi.Length == 0 && shown.Kab.Length > 0)
            steps.Add((Kab(shown.Kab), Path(root, new Region(shown.Kab, "", ""))));
        if (own.Ruang.Length == 0 && shown.Lokasi.Length > 0)
            steps.Add((Lokasi(shown.Lokasi), Path(root, shown)));
        if (room is not null)
            steps.Add((Ruang(room.Ruang), Path(root, room)));
        if (last is not null)
            steps.Add((last, ""));
        return [.. steps.Select((s, i) => new Crumb(s.Name, i == steps.Count - 1 ? "" : s.Path))];
    }

    /// <summary>The page of a region below that root.</summary>
    public static string Path(string root, Region region) =>
        region.Kab.Length == 0 ? root
        : region.Lokasi.Length == 0 ? $"{root}?kab={Escaped(region.Kab)}"
        : $"{root}?kab={Escaped(region.Kab)}&lokasi={Escaped(region.Lokasi)}";

    /// <summary>The page of a room below that root.</summary>
    public static string Path(string root, RoomId room) => $"{root}/{Escaped(room.Kab)}/{Escaped(room.Lokasi)}/{Escaped(room.Ruang)}";

    /// <summary>What a kab is called.</summary>
    public static Wording Kab(string code) => new($"Kab/kota {code}", $"District {code}");

    /// <summary>What a lokasi is called.</summary>
    public static Wording Lokasi(string code) => new($"Lokasi {code}", $"Location {code}");

    /// <summary>What a room is called.</summary>
    public static Wording Ruang(string code) => new($"Ruang {code}", $"Room {code}");

    /// <summary>What a region is called.</summary>
    public static Wording Name(Region region) =>
        region.Ruang.Length > 0 ? new($"Ruang {region}", $"Room {region}")
        : region.Lokasi.Length > 0 ? new($"Lokasi {region}", $"Location {region}")
        : region.Kab.Length > 0 ? Kab(region.Kab)
        : new("Provinsi", "Province");

    private static string Escaped(string code) => Uri.EscapeDataString(code);
}
