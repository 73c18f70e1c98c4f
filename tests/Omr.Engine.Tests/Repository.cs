using System.Runtime.CompilerServices;

namespace Omr.Engine.Tests;

/// <summary>Files of the repository that tests read: fixtures and published documents.</summary>
internal static class Repository
{
    public static string Path(string relative) => System.IO.Path.Combine(Root(), relative);

    public static string Read(string relative) => File.ReadAllText(Path(relative));

    private static string Root([CallerFilePath] string file = "")
    {
        var folder = System.IO.Path.GetDirectoryName(file)!;
        while (!File.Exists(System.IO.Path.Combine(folder, "Omr.sln")))
            folder = System.IO.Path.GetDirectoryName(folder)!;
        return folder;
    }
}
