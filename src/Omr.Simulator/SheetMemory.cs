namespace Omr.Simulator;

/// <summary>
/// Memory of a page's size that is used for one sheet after the other, since taking it anew costs as much as scanning.
/// One for each thread.
/// </summary>
internal sealed class SheetMemory
{
    private readonly Dictionary<int, byte[]> _pages = [];
    private byte[] _scan = [];

    /// <summary>Pixels of a page that is written on, exactly as many; they hold anything.</summary>
    public byte[] Page(int length)
    {
        // Prints come in one size for each resolution.
        if (!_pages.TryGetValue(length, out var page))
            _pages[length] = page = GC.AllocateUninitializedArray<byte>(length);
        return page;
    }

    /// <summary>Pixels of a scan, at least as many, for its frame differs from sheet to sheet; they hold anything.</summary>
    public byte[] Scan(int length)
    {
        if (_scan.Length < length)
            _scan = GC.AllocateUninitializedArray<byte>(length + (length / 8));
        return _scan;
    }
}
