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
    // What bytes that are no UTF-8 are shown as; under that name there is no file.
    private const char Undecoded = '\ufffd';

    private static readonly EnumerationOptions Here = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>The folder's full path.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>Whether that path lies under the folder.</summary>
    public bool Holds(string path) => path.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Whether that is how a room's folder is named.</summary>
    internal static bool IsRoom(string name) => RoomName().IsMatch(name);

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
            if (!entry.Exists && entry.Name.Contains(Undecoded, StringComparison.Ordinal))
            {
                suspects.Add(name);
                continue;
            }

            if (entry.Attributes.HasFlag(FileAttributes.Hidden) || PaperFiles.IsLitter(entry.Name))
                continue;
            if (!entry.Attributes.HasFlag(FileAttributes.Directory))
                Add(entry.FullName, name, room, files, suspects);
            else if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                suspects.Add(name);
            else if (room is null && IsRoom(entry.Name))
                ListRoom(entry, files, suspects, strays);
            else
                strays.Add(name);
        }
    }

    // A room's folder that can't be listed is somebody's to see to; the other rooms go on.
    private static void ListRoom(FileSystemInfo room, List<IncomingFile> files, List<string> suspects, List<string> strays)
    {
        try
        {
            List(room.FullName, room.Name, files, suspects, strays);
        }
        catch (DirectoryNotFoundException)
        {
            // Taken away since it was listed.
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            strays.Add(room.Name);
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
    [GeneratedRegex("^[A-Za-z0-9_]+-[A-Za-z0-9_]+-[A-Za-z0-9_]+\\z", RegexOptions.CultureInvariant)]
    private static partial Regex RoomName();
}
