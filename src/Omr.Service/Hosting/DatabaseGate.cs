using Omr.Service.Storage;

namespace Omr.Service.Hosting;

/// <summary>
/// Looks at the database before anything is done with it: over a damaged or vanished one no service starts, and so nothing
/// touches the paper in the drop folders.
/// </summary>
internal static class DatabaseGate
{
    /// <summary>What speaks against starting; null if nothing does.</summary>
    public static Wording? Check(DataFolder data)
    {
        var file = new FileInfo(data.Database);
        if (!file.Exists || file.Length == 0)
        {
            return Directory.EnumerateFileSystemEntries(data.Vault).Any()
                ? Refused(data, new("omr.db tidak ada atau kosong, padahal vault/ berisi citra", "omr.db is missing or empty though vault/ holds images"))
                : null;
        }

        if (DatabaseCheck.Damage(data.Database) is not { } damage)
            return null;
        var tables = string.Join(", ", damage.Tables);
        var (id, en) = damage.Tables.Count > 0 ? ($" di tabel {tables}", $" in the tables {tables}") : ("", "");
        return Refused(data, new($"omr.db rusak{id} ({damage.Fault})", $"omr.db is damaged{en} ({damage.Fault})"));
    }

    private static Wording Refused(DataFolder data, Wording what) => new(
        $"{what.Indonesian}; layanan tidak dijalankan, kertas di folder pindai tidak disentuh. Simpan {data.Root} apa adanya, pulihkan ke folder baru: "
        + "omr restore --from FOLDER-CADANGAN --data FOLDER-BARU (langkahnya: docs/operations.md)",
        $"{what.English}; the service isn't started, paper in the drop folders isn't touched. Keep {data.Root} as it is, restore to a new folder: "
        + "omr restore --from BACKUP-FOLDER --data NEW-FOLDER (steps: docs/operations.md)");
}
