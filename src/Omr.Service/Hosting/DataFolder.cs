using Omr.Scanner.Native;

namespace Omr.Service.Hosting;

/// <summary>The folder that holds all of a service's data, and who may use it: one process at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private const string LockFile = "omr.lock";

    private readonly FileStream _lock;

    private DataFolder(string root, FileStream held) => (Root, _lock) = (root, held);

    public string Root { get; }

    public string Database => DatabaseOf(Root);

    public string Drop => DropOf(Root);

    public string Done => Path.Combine(Root, "done");

    public string Parked => Path.Combine(Root, "parked");

    public string Vault => Path.Combine(Root, "vault");

    public string Backups => Path.Combine(Root, "backup");

    /// <summary>Signed heads of the audit log; files are only added.</summary>
    public string Heads => HeadsOf(Root);

    /// <summary>Keys by which sessions and answer keys are encrypted, and the one that signs; readable by this account only.</summary>
    public string Secrets => SecretsOf(Root);

    public static string DatabaseOf(string root) => Path.Combine(Path.GetFullPath(root), "omr.db");

    /// <summary>Says that a folder is no service's; null if it is one.</summary>
    public static Wording? Missing(string root) => File.Exists(DatabaseOf(root))
        ? null
        : new($"{root}: bukan folder data (tidak ada omr.db)", $"{root}: no data folder (there is no omr.db)");

    /// <summary>Whether a service has ever had that folder.</summary>
    public static bool IsOne(string root) => File.Exists(Path.Combine(root, LockFile));

    public static string DropOf(string root) => Path.Combine(root, "drop");

    public static string HeadsOf(string root) => Path.Combine(Path.GetFullPath(root), "heads");

    public static string SecretsOf(string root) => Path.Combine(Path.GetFullPath(root), "secrets");

    /// <summary>Takes the folder for this process and makes what is missing in it; null if another process has it.</summary>
    public static DataFolder? TryOpen(string root)
    {
        root = Path.GetFullPath(root);
        FileModes.CreateShared(root); // the way to drop/ leads through it
        FileStream held;
        try
        {
            held = new(Path.Combine(root, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }

        var folder = new DataFolder(root, held);
        foreach (var path in (string[])[folder.Drop, folder.Done, folder.Parked]) // scanner programs and staff
            FileModes.CreateShared(path);
        foreach (var path in (string[])[folder.Vault, folder.Heads])
            Directory.CreateDirectory(path);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder.Secrets);
        else
            Directory.CreateDirectory(folder.Secrets, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }

    public void Dispose() => _lock.Dispose();
}
