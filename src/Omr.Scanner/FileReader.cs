using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Omr.Engine;
using Omr.Engine.Diagnostics;
using Omr.Engine.Template;
using Omr.Scanner.Pdf;

namespace Omr.Scanner;

/// <summary>
/// One worker: takes a file from the disk and has all its pages read. Whatever happens to a file ends as a refusal of
/// that file.
/// </summary>
internal sealed class FileReader : IDisposable
{
    /// <summary>The largest image file in bytes; an uncompressed A4 page in colour at 400 dpi has 46 MB.</summary>
    public const int MaxImageBytes = 64 << 20;

    /// <summary>The largest PDF in bytes: 500 pages of 1 MB.</summary>
    public const int MaxPdfBytes = 512 << 20;

    private readonly Func<ReadOnlyMemory<byte>, IEnumerable<ReadOutcome>> _readImage;
    private readonly bool _grey;
    private readonly SheetReader? _reader;
    private readonly Action<PaperFile, PageTrace>? _watch;
    private byte[] _buffer = [];

    public FileReader(IReadOnlyList<FormTemplate> templates, Action<PaperFile, PageTrace>? watch = null)
    {
        _watch = watch;
        _reader = new SheetReader(templates);
        _readImage = _reader.Read;
        _grey = templates.All(t => t.Ink == InkChannel.Grey);
    }

    internal FileReader(Func<ReadOnlyMemory<byte>, IEnumerable<ReadOutcome>> readImage) =>
        (_readImage, _grey) = (readImage, true);

    /// <summary>Reads all pages of the file.</summary>
    public async Task<FileReading> ReadAsync(PaperFile file, CancellationToken stop)
    {
        var pages = ImmutableArray.CreateBuilder<ReadOutcome>();
        try
        {
            await foreach (var page in PagesAsync(file, stop)) pages.Add(page);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            var reason = error is IOException or UnauthorizedAccessException
                ? RefusalReason.Unreadable
                : RefusalReason.Failed;
            var evidence = $"error={error.GetType().Name} message=\"{error.Message}\"";
            pages.Add(new Refusal(pages.Count + 1, reason, evidence));
        }
        if (pages.Count == 0) pages.Add(new Refusal(1, RefusalReason.Failed, "pages=0"));
        return new(file, pages.ToImmutable());
    }

    /// <inheritdoc/>
    public void Dispose() => _reader?.Dispose();

    private async IAsyncEnumerable<ReadOutcome> PagesAsync(PaperFile file, [EnumeratorCancellation] CancellationToken stop)
    {
        var unbuffered = new FileStreamOptions { Options = FileOptions.Asynchronous, BufferSize = 0 };
        await using var stream = new FileStream(file.Path, unbuffered);
        var head = await ReadAsync(stream, ScannedPdf.HeadBytes, stop);
        var isPdf = ScannedPdf.Begins(head.Span);
        var limit = isPdf ? MaxPdfBytes : MaxImageBytes;
        if (stream.Length > limit)
        {
            yield return new Refusal(1, RefusalReason.TooLarge, $"size_bytes={stream.Length} limit_bytes={limit}");
        }
        else if (isPdf)
        {
            await foreach (var page in ScannedPdf.PagesAsync(file.Path, _grey, stop))
            {
                if (page.Refusal is { } refusal) yield return refusal;
                else foreach (var outcome in ReadImage(file, page.Image, page.Number)) yield return outcome;
            }
        }
        else
        {
            foreach (var outcome in ReadImage(file, await ReadAsync(stream, (int)stream.Length, stop), null))
            {
                yield return outcome;
                stop.ThrowIfCancellationRequested();
            }
        }
    }

    // The pages of an image; the one page of an image out of a PDF has its number there.
    private IEnumerable<ReadOutcome> ReadImage(PaperFile file, ReadOnlyMemory<byte> image, int? number)
    {
        if (_watch is null || _reader is null)
            return _readImage(image).Select(outcome => outcome with { Page = number ?? outcome.Page });
        return _reader.Trace(image).Select(trace =>
        {
            var outcome = trace.Outcome with { Page = number ?? trace.Outcome.Page };
            _watch(file, trace with { Outcome = outcome });
            return outcome;
        });
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(FileStream stream, int length, CancellationToken stop)
    {
        if (_buffer.Length < length) _buffer = new byte[length];
        stream.Position = 0;
        return _buffer.AsMemory(0, await stream.ReadAtLeastAsync(_buffer.AsMemory(0, length), length, false, stop));
    }
}
