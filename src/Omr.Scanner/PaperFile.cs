namespace Omr.Scanner;

/// <summary>A file that may hold scanned sheets.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">
/// What outputs call it: its path relative to the PATH that the user gave, with <c>/</c> on every system. No two files
/// of a run have the same name.
/// </param>
public sealed record PaperFile(string Path, string Name);
