using Omr.Engine;
using Omr.Scanner.Pdf;

namespace Omr.Scanner;

/// <summary>Reads the pages of images, one file at a time: in this process or in a worker's.</summary>
internal interface IPageReader : IAsyncDisposable
{
    /// <summary>Reads an image file from the disk.</summary>
    IAsyncEnumerable<ReadOutcome> ReadAsync(PaperFile file, CancellationToken stop);

    /// <summary>Reads the image of a page that was taken out of a file.</summary>
    IAsyncEnumerable<ReadOutcome> ReadAsync(PaperFile file, ScannedPage page, CancellationToken stop);
}
