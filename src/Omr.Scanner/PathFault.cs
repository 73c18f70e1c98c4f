namespace Omr.Scanner;

/// <summary>A path in which no files could be looked for.</summary>
/// <param name="Path">The path.</param>
/// <param name="Exists">Whether it is there at all; if it is, it may not be listed.</param>
public sealed record PathFault(string Path, bool Exists);
