using System.Globalization;
using Omr.Scanner.Native;
using Omr.Service.Signing;

namespace Omr.Service.Audit;

/// <summary>
/// A folder of signed heads, a file each, named by its size. Files are only ever added, so the folder may be one that nobody
/// can change, off the machine.
/// </summary>
internal static class HeadFolder
{
    private const string Extension = ".head";
    private const long LargestFile = 4096;

    /// <summary>Reads the heads of folders and single files.</summary>
    public static HeadSet Load(IEnumerable<string> paths, IReadOnlyCollection<VerifyingKey> keys)
    {
        var (heads, faults) = (new List<KeptHead>(), new List<AuditFinding>());
        foreach (var file in paths.SelectMany(FilesOf))
        {
            var (head, problem) = Read(file, keys);
            if (head is not null)
                heads.Add(head);
            else
                faults.Add(new(null, new($"{file}: {problem!.Indonesian}", $"{file}: {problem.English}")));
        }

        return new([.. heads.OrderBy(h => h.Head.Size).ThenBy(h => h.File, StringComparer.Ordinal)], [.. faults]);
    }

    /// <summary>Whether any head lies there.</summary>
    public static bool HasHeads(string path) => FilesOf(path).Any();

    /// <summary>The public keys that lie beside the heads.</summary>
    public static IReadOnlyList<VerifyingKey> Keys(string path)
    {
        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
        return !Directory.Exists(folder) ? []
            : [.. Directory.EnumerateFiles(folder, "*.pem").Order(StringComparer.Ordinal).Select(f => VerifyingKey.Parse(File.ReadAllText(f))).OfType<VerifyingKey>()];
    }

    /// <summary>Whether a head of that size is kept there.</summary>
    public static bool Has(string folder, long size) => File.Exists(PathOf(folder, size));

    /// <summary>Adds a head and its public key to a folder that is there; nothing is ever overwritten.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    public static void Add(string folder, KeptHead head, VerifyingKey key)
    {
        AddFile(folder, Path.Combine(folder, $"omr-{key.Id}.pem"), key.Pem);
        AddFile(folder, PathOf(folder, head.Head.Size), head.Text);
    }

    /// <summary>Copies the public keys, and the heads up to that size, to another folder; what is there stays.</summary>
    public static void Copy(string from, string to, long largest)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*.pem").Concat(FilesOf(from).Where(f => SizeOf(f) <= largest)))
            AddFile(to, Path.Combine(to, Path.GetFileName(file)), File.ReadAllText(file));
    }

    private static long SizeOf(string file) =>
        long.TryParse(Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : long.MaxValue;

    private static string PathOf(string folder, long size) => Path.Combine(folder, FormattableString.Invariant($"{size:D12}{Extension}"));

    private static IEnumerable<string> FilesOf(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*" + Extension).Order(StringComparer.Ordinal)
        : File.Exists(path) ? [path]
        : [];

    private static (KeptHead? Head, Wording? Problem) Read(string file, IReadOnlyCollection<VerifyingKey> keys)
    {
        try
        {
            return new FileInfo(file).Length > LargestFile
                ? (null, new("terlalu besar untuk kepala log", "too large for a head"))
                : KeptHead.Parse(File.ReadAllText(file), file, keys);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return (null, new($"tidak dapat dibaca ({closed.Message})", $"can't be read ({closed.Message})"));
        }
    }

    private static void AddFile(string folder, string path, string text)
    {
        if (File.Exists(path))
            return;
        var part = Path.Combine(folder, $".{Guid.NewGuid():N}.part");
        try
        {
            File.WriteAllText(part, text);
            DurableFiles.Flush(part);
            File.Move(part, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            return; // another process signed the same moment
        }
        finally
        {
            File.Delete(part);
        }

        try
        {
            DurableFiles.Flush(folder);
        }
        catch (IOException)
        {
            // Some network drives flush no folder; a head that a power cut takes there is covered by the next.
        }
    }
}
