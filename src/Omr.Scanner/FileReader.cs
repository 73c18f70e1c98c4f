using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Omr.Engine;
using Omr.Scanner.Pdf;
using Omr.Scanner.Workers;

namespace Omr.Scanner;

/// <summary>
/// Has all pages of a file read, of a PDF one after the other as they are taken out. Whatever happens to a file ends
/// as a refusal of that file.
/// </summary>
/// <param name="pages">Reads the images.</param>
/// <param name="grey">Whether pages that are drawn may lose their colours.</param>
internal sealed class FileReader(IPageReader pages, bool grey) : IAsyncDisposable
{
    /// <summary>The largest PDF in bytes: 500 pages of 1 MB. It is never held as a whole.</summary>
    public const int MaxPdfBytes = 512 << 20;

    private readonly byte[] _head = new byte[ScannedPdf.HeadBytes];

    internal FileReader(Func<ReadOnlyMemory<byte>, IEnumerable<ReadOutcome>> readImage)
        : this(new LocalReader(readImage), grey: true)
    {
    }

    /// <summary>Reads all pages of the file.</summary>
    /// <exception cref="WorkerStartException">There is nothing to read with.</exception>
    public async Task<FileReading> ReadAsync(PaperFile file, CancellationToken stop)
    {
        var outcomes = ImmutableArray.CreateBuilder<ReadOutcome>(1);
        try
        {
            await foreach (var outcome in PagesAsync(file, stop)) outcomes.Add(outcome);
        }
        catch (Exception error) when (error is not (OperationCanceledException or WorkerStartException))
        {
            outcomes.Add(ImageReader.Refuse(outcomes.Count + 1, error));
        }
        if (outcomes.Count == 0) outcomes.Add(new Refusal(1, RefusalReason.Failed, "pages=0"));
        return new(file, outcomes.ToImmutable());
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => pages.DisposeAsync();

    private async IAsyncEnumerable<ReadOutcome> PagesAsync(PaperFile file, [EnumeratorCancellation] CancellationToken stop)
    {
        var (size, isPdf) = LookAt(file.Path);
        if (TooLarge(1, size, isPdf ? MaxPdfBytes : ImageReader.MaxBytes) is { } tooLarge)
        {
            yield return tooLarge;
        }
        else if (isPdf)
        {
            await foreach (var page in ScannedPdf.PagesAsync(file.Path, grey, stop))
            {
                if ((page.Refusal ?? TooLarge(page.Number, page.Image.Length, ImageReader.MaxBytes)) is { } refusal)
                {
                    yield return refusal;
                    continue;
                }
                await foreach (var outcome in pages.ReadAsync(file, page, stop))
                    yield return outcome with { Page = page.Number };
            }
        }
        else
        {
            await foreach (var outcome in pages.ReadAsync(file, stop)) yield return outcome;
        }
    }

    private static Refusal? TooLarge(int page, long bytes, long limit) =>
        bytes > limit ? new(page, RefusalReason.TooLarge, $"size_bytes={bytes} limit_bytes={limit}") : null;

    private (long Size, bool IsPdf) LookAt(string path)
    {
        using var file = File.OpenHandle(path);
        var length = RandomAccess.Read(file, _head, 0);
        return (RandomAccess.GetLength(file), ScannedPdf.Begins(_head.AsSpan(0, length)));
    }
}
