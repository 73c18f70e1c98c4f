namespace Omr.Scanner.Native;

/// <summary>What stands under a name in a folder.</summary>
internal enum FileKind
{
    /// <summary>Nothing.</summary>
    Missing,

    /// <summary>A file with this one name.</summary>
    Plain,

    /// <summary>A file with other names elsewhere: whoever has those can change it.</summary>
    Linked,

    /// <summary>A symbolic link, a pipe, a device or a socket: opening it may lead elsewhere or never end.</summary>
    Special,
}
