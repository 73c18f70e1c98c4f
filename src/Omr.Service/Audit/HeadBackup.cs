using Omr.Service.Hosting;
using Omr.Service.Storage;

namespace Omr.Service.Audit;

/// <summary>
/// The heads of a backup: those that its database reaches, and one of the database itself. A head that was signed while the
/// images were copied is of a longer log and stays out.
/// </summary>
internal static class HeadBackup
{
    /// <summary>Signs the copied database and copies the heads that belong to it.</summary>
    public static async Task MakeAsync(string database, string data, string to, TimeProvider time, CancellationToken stop)
    {
        var (secrets, from, copies) = (DataFolder.SecretsOf(data), DataFolder.HeadsOf(data), DataFolder.HeadsOf(to));
        if (!Directory.Exists(secrets))
            return; // no service ever ran there
        Directory.CreateDirectory(from);
        Directory.CreateDirectory(copies);
        await using (var store = new Store(database))
        {
            if (await HeadSigner.SignAsync(store, secrets, [from, copies], time, stop) is [var problem, ..])
                throw new IOException(problem.English);
        }

        using var log = new AuditLog(database);
        HeadFolder.Copy(from, copies, log.Size());
    }

    /// <summary>Brings the heads of a backup back.</summary>
    public static void Restore(string from, string data)
    {
        if (!Directory.Exists(DataFolder.HeadsOf(from)))
            return;
        Directory.CreateDirectory(DataFolder.HeadsOf(data));
        HeadFolder.Copy(DataFolder.HeadsOf(from), DataFolder.HeadsOf(data), long.MaxValue);
    }
}
