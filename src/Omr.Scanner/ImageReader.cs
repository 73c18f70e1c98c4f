using Omr.Engine;

namespace Omr.Scanner;

/// <summary>
/// Reads image files by the engine, in the process in which it stands. Whatever happens to a file ends as a refusal of
/// that file.
/// </summary>
/// <param name="read">Reads the pages of an image, from that page on.</param>
internal sealed class ImageReader(Func<ReadOnlyMemory<byte>, int, IEnumerable<ReadOutcome>> read)
{
    /// <summary>The largest image file in bytes; an uncompressed A4 page in colour at 400 dpi has 46 MB.</summary>
    public const int MaxBytes = 64 << 20;

    private byte[] _buffer = [];

    /// <summary>The pages of a file on the disk, from that page on.</summary>
    public IEnumerable<ReadOutcome> Read(string path, int first) => Guard(Pages(path, first), first);

    /// <summary>The pages of an image, from that page on.</summary>
    public IEnumerable<ReadOutcome> Read(ReadOnlyMemory<byte> image, int first) => Guard(read(image, first), first);

    /// <summary>The refusal of a page on which this went wrong.</summary>
    public static Refusal Refuse(int page, Exception error) => new(
        page,
        error is IOException or UnauthorizedAccessException ? RefusalReason.Unreadable : RefusalReason.Failed,
        $"error={error.GetType().Name} message=\"{error.Message}\"");

    private static IEnumerable<ReadOutcome> Guard(IEnumerable<ReadOutcome> pages, int first)
    {
        using var rest = pages.GetEnumerator();
        for (var page = first; ; page++)
        {
            ReadOutcome outcome;
            var failed = false;
            try
            {
                if (!rest.MoveNext()) yield break;
                outcome = rest.Current;
            }
            catch (Exception error) when (error is not (OperationCanceledException or OutOfMemoryException))
            {
                outcome = Refuse(page, error);
                failed = true;
            }
            yield return outcome;
            if (failed) yield break;
        }
    }

    private IEnumerable<ReadOutcome> Pages(string path, int first)
    {
        var (size, bytes) = Load(path);
        if (size > MaxBytes)
        {
            if (first == 1) yield return new Refusal(1, RefusalReason.TooLarge, $"size_bytes={size} limit_bytes={MaxBytes}");
            yield break;
        }
        foreach (var outcome in read(bytes, first)) yield return outcome;
    }

    // Nothing of a file that is too large; the buffer is kept for the next file.
    private (long Size, ReadOnlyMemory<byte> Bytes) Load(string path)
    {
        using var file = File.OpenHandle(path);
        var size = RandomAccess.GetLength(file);
        if (size > MaxBytes) return (size, default);
        var length = (int)size;
        if (_buffer.Length < length) _buffer = new byte[length];
        var loaded = 0;
        while (loaded < length && RandomAccess.Read(file, _buffer.AsSpan(loaded, length - loaded), loaded) is var got and > 0)
            loaded += got;
        return (size, _buffer.AsMemory(0, loaded));
    }
}
