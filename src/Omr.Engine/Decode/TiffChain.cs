namespace Omr.Engine.Decode;

/// <summary>The chain of a TIFF's directories: each page has one, and each tells where the next one lies.</summary>
/// <param name="Directories">Where they lie, in the order of the pages; at most one more than the limit of pages.</param>
/// <param name="Fault">How the chain breaks after them; empty when it ends as it should.</param>
internal sealed record TiffChain(IReadOnlyList<uint> Directories, string Fault)
{
    private const int EntryBytes = 12;

    /// <summary>Walks the chain; only the directories' places are read.</summary>
    public static TiffChain Walk(ReadOnlySpan<byte> file)
    {
        var bytes = new TiffBytes(file);
        var directories = new List<uint>(1);
        var seen = new HashSet<uint>();
        for (var next = bytes.Long(4); next != 0; directories.Add(next!.Value), next = Next(bytes, next.Value))
        {
            if (next is not { } at || bytes.Short(at) is not { } entries || Next(bytes, at) is null || entries == 0)
                return new(directories, "directory=beyond_end");
            if (!seen.Add(at))
                return new(directories, "directory=loop");
            if (directories.Count > DecodeLimits.Pages)
                return new(directories, "");
        }

        return new(directories, directories.Count == 0 ? "directory=missing" : "");
    }

    private static uint? Next(TiffBytes bytes, uint at) => bytes.Long(at + 2L + (EntryBytes * (long)bytes.Short(at)!.Value));
}
