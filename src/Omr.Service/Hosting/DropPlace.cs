namespace Omr.Service.Hosting;

/// <summary>A folder into which scanners write.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Done">Where its originals go, on the same file system.</param>
/// <param name="Name">What arrivals note of it: empty for the data folder's own, which may move, else its path.</param>
/// <param name="Operator">The account of whoever scans into it; empty if that isn't set.</param>
internal sealed record DropPlace(string Path, string Done, string Name, string Operator);
