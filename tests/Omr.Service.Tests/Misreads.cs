using System.Runtime.CompilerServices;

namespace Omr.Service.Tests;

/// <summary>Scanned LJK of the repository's fixtures.</summary>
internal static class Misreads
{
    public static string Path(string name) => System.IO.Path.Combine(Here(), "../../fixtures/misreads", name);

    private static string Here([CallerFilePath] string file = "") => System.IO.Path.GetDirectoryName(file)!;
}
