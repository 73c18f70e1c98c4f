namespace Omr.Service.Exports;

/// <summary>
/// Writes several files that belong together: all of them beside their names first (<c>.part</c>), then renamed. If a
/// rename fails, those before it are undone, so that a folder never holds one file of the new run and one of the old.
/// </summary>
public static class FileSet
{
    /// <summary>Writes the files into the folder, which is made if it isn't there; null, or what went wrong.</summary>
    public static Wording? Write(string folder, params IReadOnlyList<(string Name, byte[] Content)> files)
    {
        var renamed = new List<string>();
        var paths = files.Select(f => Path.Combine(folder, f.Name)).ToList();
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var (path, (_, content)) in paths.Zip(files))
                WriteBeside(path, content);
            foreach (var path in paths)
            {
                Rename(path);
                renamed.Add(path);
            }
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            renamed.ForEach(Undo);
            return new(
                $"{folder}: hasil tidak dapat ditulis ({e.Message}); pilih folder lain",
                $"{folder}: the results can't be written ({e.Message}); choose another folder");
        }
        finally
        {
            paths.ForEach(Tidy);
        }
    }

    private static string Part(string path) => path + ".part";

    private static string Before(string path) => path + ".before.part";

    private static void WriteBeside(string path, byte[] content)
    {
        using var stream = new FileStream(Part(path), FileMode.Create, FileAccess.Write, FileShare.None);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    private static void Rename(string path)
    {
        if (File.Exists(path))
            File.Copy(path, Before(path), overwrite: true);
        File.Move(Part(path), path, overwrite: true);
    }

    private static void Undo(string path)
    {
        if (File.Exists(Before(path)))
            File.Move(Before(path), path, overwrite: true);
        else
            File.Delete(path);
    }

    private static void Tidy(string path)
    {
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            return;
        File.Delete(Part(path));
        File.Delete(Before(path));
    }
}
