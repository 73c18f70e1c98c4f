using Omr.Service.Access;

namespace Omr.Service.Web.Layout;

/// <summary>What people call the roles.</summary>
internal static class RoleNames
{
    /// <summary>Of a role.</summary>
    public static Wording Of(Role role) => role switch
    {
        Role.Admin => new("Administrator", "Administrator"),
        Role.Ketua => new("Ketua", "Chair"),
        Role.Pemberkasan => new("Pemberkasan", "Filing"),
        Role.Operator => new("Operator pindai", "Scan operator"),
        Role.Verifikator => new("Verifikator", "Verifier"),
        Role.PemegangKunci => new("Pemegang kunci", "Key custodian"),
        Role.Korkab => new("Koordinator kab/kota", "District coordinator"),
        Role.Korlok => new("Koordinator lokasi", "Location coordinator"),
        Role.Pengawas => new("Pengawas ruang", "Room supervisor"),
        Role.Auditor => new("Auditor", "Auditor"),
        _ => new("Sistem lain", "Another system"),
    };
}
