using System.Text.RegularExpressions;
using Omr.Scanner.Native;

namespace Omr.Scanner.Intake;

/// <summary>
/// Lists what lies in a drop folder, as a scanner's program and its users leave it: in the folder itself or in a room's
/// sub-folder. What isn't paper is passed over as <see cref="PaperFiles"/> does; links, pipes, devices and folders of no room
/// are named and not opened.
/// </summary>
/// <param name="root">The folder; it need not be there yet.</param>
public sealed partial class DropFolder(string root)
{
    private static readonly EnumerationOptions Here = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>The folder's full path.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>What lies in the folder now, in ordinal order of name.</summary>
    /// <exception cref="IOException">The folder is gone or can't be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be listed.</exception>
    public DropListing List()
    {
        var (files, suspects, strays) = (new List<IncomingFile>(), new List<string>(), new List<string>());
        List(Root, null, files, suspects, strays);
        return new(files, suspects, strays);
    }

    private static void List(string folder, string? room, List<IncomingFile> files, List<string> suspects, List<string> strays)
    {
        var entries = new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Here);
        foreach (var entry in entries.OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var name = room is null ? entry.Name : $"{room}/{entry.Name}";
            if (entry.Attributes.HasFlag(FileAttributes.Hidden) || PaperFiles.IsLitter(entry.Name))
                continue;
            if (!entry.Attributes.HasFlag(FileAttributes.Directory))
                Add(entry.FullName, name, room, files, suspects);
            else if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                suspects.Add(name);
            else if (room is null && RoomName().IsMatch(entry.Name))
                List(entry.FullName, entry.Name, files, suspects, strays);
            else
                strays.Add(name);
        }
    }

    private static void Add(string path, string name, string? room, List<IncomingFile> files, List<string> suspects)
    {
        switch (FileKinds.Of(path))
        {
            case FileKind.Plain when new FileInfo(path) is { Exists: true } file:
                files.Add(new(path, name, room, file.Length, file.LastWriteTimeUtc));
                break;
            case FileKind.Linked or FileKind.Special:
                suspects.Add(name);
                break;
            default:
                break; // taken away since it was listed
        }
    }

    // KAB-LOKASI-RUANG as the lists have them.
    [GeneratedRegex("^[A-Za-z0-9_]+-[A-Za-z0-9_]+-[A-Za-z0-9_]+$", RegexOptions.CultureInvariant)]
    private static partial Regex RoomName();
}
