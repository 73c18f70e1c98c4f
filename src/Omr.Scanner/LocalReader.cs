using System.Runtime.CompilerServices;
using Omr.Engine;
using Omr.Engine.Diagnostics;
using Omr.Engine.Template;
using Omr.Scanner.Pdf;

namespace Omr.Scanner;

/// <summary>
/// Reads in this process, which a decoder's crash would end: for those who want to see what the stages saw, and for
/// measuring.
/// </summary>
internal sealed class LocalReader : IPageReader
{
    private readonly SheetReader? _sheets;
    private readonly ImageReader _images;
    private readonly Action<PaperFile, PageTrace>? _watch;
    private (PaperFile File, int? Page) _now;

    public LocalReader(IReadOnlyList<FormTemplate> templates, Action<PaperFile, PageTrace>? watch = null)
    {
        var sheets = new SheetReader(templates);
        _sheets = sheets;
        _watch = watch;
        _images = new(watch is null ? sheets.Read : (image, _) => sheets.Trace(image).Select(Show));
    }

    internal LocalReader(Func<ReadOnlyMemory<byte>, IEnumerable<ReadOutcome>> readImage) =>
        _images = new((image, _) => readImage(image));

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadOutcome> ReadAsync(PaperFile file, CancellationToken stop)
    {
        _now = (file, null);
        return InTurn(_images.Read(file.Path, 1), stop);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadOutcome> ReadAsync(PaperFile file, ScannedPage page, CancellationToken stop)
    {
        _now = (file, page.Number);
        return InTurn(_images.Read(page.Image, 1), stop);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _sheets?.Dispose();
        return default;
    }

#pragma warning disable CS1998 // nothing here waits
    private static async IAsyncEnumerable<ReadOutcome> InTurn(
        IEnumerable<ReadOutcome> pages, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var page in pages)
        {
            yield return page;
            stop.ThrowIfCancellationRequested();
        }
    }
#pragma warning restore CS1998

    private ReadOutcome Show(PageTrace trace)
    {
        var outcome = trace.Outcome with { Page = _now.Page ?? trace.Outcome.Page };
        _watch!(_now.File, trace with { Outcome = outcome });
        return outcome;
    }
}
