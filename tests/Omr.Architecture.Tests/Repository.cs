using System.Runtime.CompilerServices;

namespace Omr.Architecture.Tests;

/// <summary>The repository's source files and projects.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The project files of a folder such as <c>src</c>.</summary>
    public static IEnumerable<string> Projects(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories).Order();

    /// <summary>The C# files below a folder such as <c>src</c>, relative to the root; not the migrations, which a tool writes.</summary>
    public static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static string Read(string relative) => File.ReadAllText(Path.Combine(Root, relative));

    private static string Find([CallerFilePath] string file = "")
    {
        var folder = Path.GetDirectoryName(file)!;
        while (!File.Exists(Path.Combine(folder, "Omr.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
