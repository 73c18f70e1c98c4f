using Omr.Scanner.Pdf;

namespace Omr.Scanner;

/// <summary>
/// The image of a single page of a file, with the bytes that were read from it. Only for files that were read already:
/// what a decoder does with them is known.
/// </summary>
/// <param name="Bytes">An image file.</param>
/// <param name="Page">The page's number in it, from 1.</param>
public sealed record PageImage(ReadOnlyMemory<byte> Bytes, int Page)
{
    /// <summary>Takes a page out of a PDF; of other files it is the file itself. Null if it can't be.</summary>
    /// <param name="path">The file.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="stop">Ends the unpacking.</param>
    public static async Task<PageImage?> LoadAsync(string path, int page, CancellationToken stop)
    {
        var head = new byte[ScannedPdf.HeadBytes];
        int length;
        using (var file = File.OpenHandle(path, options: FileOptions.Asynchronous))
            length = await RandomAccess.ReadAsync(file, head, 0, stop);
        if (!ScannedPdf.Begins(head.AsSpan(0, length)))
            return new(await File.ReadAllBytesAsync(path, stop), page);
        var taken = await ScannedPdf.PageAsync(path, page, grey: true, stop);
        return taken.Refusal is null ? new(taken.Image, 1) : null;
    }
}
