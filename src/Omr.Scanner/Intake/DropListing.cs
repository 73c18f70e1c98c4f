namespace Omr.Scanner.Intake;

/// <summary>What lies in a drop folder at one moment.</summary>
/// <param name="Files">Plain files that may be paper.</param>
/// <param name="Suspects">Names of links, pipes, devices and of what can't be named in UTF-8: opening them may lead elsewhere, so they are not opened.</param>
/// <param name="Strays">Names of folders that are no room's, or can't be listed. What lies in them is not looked at; somebody must see to it.</param>
public sealed record DropListing(IReadOnlyList<IncomingFile> Files, IReadOnlyList<string> Suspects, IReadOnlyList<string> Strays);
