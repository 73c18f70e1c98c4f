namespace Omr.Service.Access;

/// <summary>The roles of DOMAIN.md section 6, and one for other systems. Somebody with two duties has two accounts.</summary>
public enum Role
{
    /// <summary>Administrator provinsi: master data, users, scoring runs.</summary>
    Admin,

    /// <summary>Ketua / supervisor provinsi (V3): approves, seals, releases, closes discrepancies.</summary>
    Ketua,

    /// <summary>Pemberkasan: receives envelopes, enters attendance and minutes.</summary>
    Pemberkasan,

    /// <summary>Operator pindai (V1): scans, proposes.</summary>
    Operator,

    /// <summary>Verifikator (V2): confirms or proposes corrections; never sees a key.</summary>
    Verifikator,

    /// <summary>Pemegang kunci: enters keys; never edits answers.</summary>
    PemegangKunci,

    /// <summary>Koordinator kabupaten/kota.</summary>
    Korkab,

    /// <summary>Koordinator lokasi.</summary>
    Korlok,

    /// <summary>Pengawas ruang.</summary>
    Pengawas,

    /// <summary>Auditor: sees all but the keys, changes nothing.</summary>
    Auditor,

    /// <summary>Another system that fetches released scores.</summary>
    Sistem,
}
