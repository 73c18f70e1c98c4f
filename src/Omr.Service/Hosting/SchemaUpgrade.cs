using System.Globalization;
using Omr.Service.Storage;

namespace Omr.Service.Hosting;

/// <summary>Brings a data folder to this version's schema; what is there already is copied first (DOMAIN.md section 8).</summary>
internal static class SchemaUpgrade
{
    /// <summary>Backs up and migrates if need be; the backup's path, or null if there was nothing to keep.</summary>
    public static async Task<string?> RunAsync(Store store, DataFolder data, TimeProvider time, CancellationToken stop)
    {
        var isThere = File.Exists(store.Path) && new FileInfo(store.Path).Length > 0;
        var pending = await store.PendingAsync(stop);
        if (pending.Count == 0)
            return null;
        string? kept = null;
        if (isThere)
        {
            var at = time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
            kept = Path.Combine(data.Backups, $"before-{pending[^1]}-{at}.db");
            Directory.CreateDirectory(data.Backups);
            await store.BackupAsync(kept, stop);
        }

        await store.MigrateAsync(stop);
        return kept;
    }
}
