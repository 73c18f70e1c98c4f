namespace Omr.Benchmarks.Campaign;

/// <summary>
/// The repository's <c>docs/measurements.md</c>, found from the folder in which the command runs or those above it.
/// </summary>
internal static class MeasurementsFile
{
    /// <summary>
    /// Puts a part between its two markers, or at the end of the file where there are none yet; the rest of the file
    /// stays as it is. Outside the repository the part is printed.
    /// </summary>
    /// <param name="part">Its name in the markers.</param>
    /// <param name="command">The command of <c>omr bench</c> that writes it.</param>
    /// <param name="text">The part.</param>
    public static void Put(string part, string command, string text)
    {
        var folder = new DirectoryInfo(Environment.CurrentDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Omr.sln")))
            folder = folder.Parent;
        if (folder is null)
        {
            Console.WriteLine(text);
            return;
        }

        var (begin, end) = ($"<!-- {part}: written by omr bench {command} -->\n", $"<!-- {part}: end -->\n");
        var path = Path.Combine(folder.FullName, "docs", "measurements.md");
        var old = File.Exists(path) ? File.ReadAllText(path) : "# Measurements\n";
        var (from, to) = (old.IndexOf(begin, StringComparison.Ordinal), old.IndexOf(end, StringComparison.Ordinal));
        var filled = from >= 0 && to > from
            ? old[..(from + begin.Length)] + text + old[to..]
            : $"{old.TrimEnd()}\n\n{begin}{text}{end}";
        File.WriteAllText(path + ".part", filled);
        File.Move(path + ".part", path, overwrite: true);
        Console.WriteLine($"written: {path}");
    }
}
