namespace Omr.Benchmarks.Campaign;

/// <summary>
/// The repository's <c>docs/measurements.md</c>, found from the folder in which the command runs or those above it.
/// </summary>
internal static class MeasurementsFile
{
    /// <summary>
    /// Puts a part between its two markers, or at the end of the file where there are none yet; the rest of the file
    /// stays as it is. Outside the repository, and when it was a trial, the part is printed.
    /// </summary>
    /// <param name="part">Its name in the markers.</param>
    /// <param name="command">The command of <c>omr bench</c> that writes it.</param>
    /// <param name="text">The part.</param>
    /// <param name="whole">Whether as much was measured as the command measures by itself, or the report was asked for.</param>
    public static void Put(string part, string command, string text, bool whole)
    {
        if (!whole)
        {
            Console.WriteLine(text);
            Console.WriteLine("a trial, so docs/measurements.md stays as it is; the same command with --report writes this there");
            return;
        }

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
