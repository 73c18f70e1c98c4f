using System.Collections.Immutable;

namespace Omr.Scanner;

/// <summary>
/// Finds the files of a run. Folders are searched with all their sub-folders and give their files in ordinal order of
/// name; a file that is given itself is always taken. What the desk's other programs leave behind (thumbnails, half
/// copied files, lists and results) isn't paper and is passed over, and so are symbolic links: inside the folder they
/// would give a sheet twice, out of it they lead to somebody else's sheets. A file reached twice is taken once.
/// </summary>
public static class PaperFiles
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = false,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    private static readonly ImmutableArray<string> LitterNames = ["Thumbs.db", "desktop.ini", ".DS_Store"];

    // Half written files, and the lists, notes and results that lie beside the scans.
    private static readonly ImmutableArray<string> LitterExtensions =
        [".part", ".partial", ".filepart", ".tmp", ".temp", ".crdownload", ".csv", ".jsonl", ".json", ".xml", ".xls", ".xlsx", ".doc", ".docx", ".txt", ".log"];

    /// <summary>The files of these paths, in the order of the paths.</summary>
    /// <param name="paths">Files and folders as the user gave them.</param>
    /// <param name="fault">The first path that doesn't exist or can't be listed.</param>
    /// <returns>The files, or null with a fault.</returns>
    public static IReadOnlyList<PaperFile>? Find(IReadOnlyList<string> paths, out PathFault? fault)
    {
        ArgumentNullException.ThrowIfNull(paths);
        fault = null;
        var found = new List<(string Given, string Within, string Full)>();
        foreach (var given in paths)
        {
            if (!Directory.Exists(given) && !File.Exists(given))
            {
                fault = new(given, Exists: false);
                return null;
            }
            try
            {
                found.AddRange(Files(given).Select(f => (given, f.Within, f.Full)));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                fault = new(given, Exists: true);
                return null;
            }
        }
        return Name([.. found.DistinctBy(f => f.Full)]);
    }

    private static IEnumerable<(string Within, string Full)> Files(string given)
    {
        var full = Path.GetFullPath(given);
        if (!Directory.Exists(given)) return [(Path.GetFileName(full), full)];
        return Directory.EnumerateFiles(full, "*", Everything)
            .Where(f => !IsLitter(Path.GetFileName(f)))
            .Select(f => (Within: Slashed(Path.GetRelativePath(full, f)), Full: f))
            .OrderBy(f => f.Within, StringComparer.Ordinal);
    }

    /// <summary>Whether a file's name says that it isn't paper.</summary>
    internal static bool IsLitter(string name) =>
        name.StartsWith("._", StringComparison.Ordinal)
        || name.StartsWith("~$", StringComparison.Ordinal)
        || name.StartsWith("~syncthing~", StringComparison.Ordinal)
        || LitterNames.Contains(name, StringComparer.OrdinalIgnoreCase)
        || LitterExtensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    // Two folders of a run may both hold a 0001.jpg. Then all names begin with the PATH as it was given, and if even
    // that is ambiguous they are full paths: the first of the three in which every name is different.
    private static PaperFile[] Name(List<(string Given, string Within, string Full)> found)
    {
        var naming = new Func<(string Given, string Within, string Full), string>[]
        {
            f => f.Within,
            f => Slashed(Directory.Exists(f.Given) ? Path.Combine(f.Given, f.Within) : f.Given),
            f => Slashed(f.Full),
        }.First(n => found.DistinctBy(n).Count() == found.Count);
        return [.. found.Select(f => new PaperFile(f.Full, naming(f)))];
    }

    private static string Slashed(string path) => path.Replace(Path.DirectorySeparatorChar, '/');
}
