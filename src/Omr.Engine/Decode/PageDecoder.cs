using Omr.Engine.Imaging;
using Omr.Engine.Native;
using Omr.Engine.Template;

namespace Omr.Engine.Decode;

/// <summary>
/// First stage: the pages of a file, one after the other, into the same buffer. Sizes are checked in the header before
/// anything is decoded.
/// </summary>
internal sealed unsafe class PageDecoder : IDisposable
{
    private readonly JpegDecoder _jpeg = new();

    /// <summary>The page that was decoded last.</summary>
    public GrayImage Page { get; } = new();

    /// <summary>Decodes page after page; each is null when <see cref="Page"/> holds it, or else the refusal.</summary>
    public IEnumerable<Refusal?> Decode(ReadOnlyMemory<byte> file, InkChannel ink)
    {
        if (file.Length == 0)
            return [new Refusal(1, RefusalReason.Empty, "bytes=0")];
        if (file.Length > DecodeLimits.FileBytes)
            return [new Refusal(1, RefusalReason.TooLarge, $"bytes={file.Length} limit={DecodeLimits.FileBytes}")];
        return FormatSniffer.Sniff(file.Span) switch
        {
            ImageFormat.Jpeg => [DecodeJpeg(file.Span, ink)],
            ImageFormat.Tiff => DecodeTiff(file, ink),
            ImageFormat.Png => [DecodePng(file.Span, ink)],
            ImageFormat.Unknown => [new Refusal(1, RefusalReason.UnknownFormat, $"bytes={file.Length}")],
            var format => [DecodeSingle(file.Span, format, ink)],
        };
    }

    public void Dispose() => _jpeg.Dispose();

    private Refusal? DecodeJpeg(ReadOnlySpan<byte> file, InkChannel ink)
    {
        if (JpegHeader.Read(file) is not { } header)
            return new Refusal(1, RefusalReason.Damaged, "format=jpeg header=missing");
        if (DecodeLimits.Judge(header.Width, header.Height) is { } reason)
            return WrongSize(1, reason, header.Width, header.Height);
        if (header.Progressive && JpegHeader.CountScans(file) is var scans and > DecodeLimits.JpegScans)
            return new Refusal(1, RefusalReason.TooLarge, $"scans={scans} limit={DecodeLimits.JpegScans}");
        return header.Components == 4
            ? DecodeSingle(file, ImageFormat.Jpeg, ink)
            : _jpeg.Decode(file, header, ink, Page);
    }

    private Refusal? DecodePng(ReadOnlySpan<byte> file, InkChannel ink)
    {
        if (PngHeader.Read(file) is not { } header)
            return new Refusal(1, RefusalReason.Damaged, "format=png header=missing");
        if (DecodeLimits.Judge(header.Width, header.Height) is { } reason)
            return WrongSize(1, reason, header.Width, header.Height);
        return header.Whole
            ? DecodeSingle(file, ImageFormat.Png, ink)
            : new Refusal(1, RefusalReason.Damaged, $"format=png bytes={file.Length} end=missing");
    }

    private Refusal? DecodeSingle(ReadOnlySpan<byte> file, ImageFormat format, InkChannel ink)
    {
        fixed (byte* data = file)
        {
            var size = (nuint)file.Length;
            if (Leptonica.ReadHeader(data, size, out _, out var width, out var height, out _, out _, out _) != 0)
                return new Refusal(1, RefusalReason.Damaged, $"format={Name(format)} header=unreadable");
            if (DecodeLimits.Judge(width, height) is { } reason)
                return WrongSize(1, reason, width, height);
            using var pix = Leptonica.Read(data, size);
            if (pix.IsInvalid)
                return new Refusal(1, RefusalReason.Damaged, $"format={Name(format)} width_px={width} height_px={height}");
            PixDecoder.Copy(pix, ink, Page);
            return null;
        }
    }

    private IEnumerable<Refusal?> DecodeTiff(ReadOnlyMemory<byte> file, InkChannel ink)
    {
        nuint offset = 0;
        for (var page = 1; page <= DecodeLimits.Pages; page++)
        {
            var refusal = DecodeTiffPage(file.Span, page, ref offset, ink);
            yield return refusal;
            if (offset == 0 || refusal is { Reason: RefusalReason.Damaged or RefusalReason.TooLarge })
                yield break;
        }

        yield return new Refusal(DecodeLimits.Pages + 1, RefusalReason.TooLarge, $"pages>{DecodeLimits.Pages}");
    }

    // After a page that can't be decoded the place of the next one is not known: the file ends with its refusal.
    private Refusal? DecodeTiffPage(ReadOnlySpan<byte> file, int page, ref nuint offset, InkChannel ink)
    {
        fixed (byte* data = file)
        {
            var size = (nuint)file.Length;
            LibTiff.Listen();
            if (Leptonica.ReadTiffHeader(data, size, page - 1, out var width, out var height, out _, out _, out _, out _, out _) != 0)
                return new Refusal(page, RefusalReason.Damaged, "format=tiff header=unreadable");
            var reason = DecodeLimits.Judge(width, height);
            if (reason is RefusalReason.TooLarge or RefusalReason.Damaged)
                return WrongSize(page, reason.Value, width, height);
            using var pix = Leptonica.ReadTiffPage(data, size, ref offset);
            if (pix.IsInvalid || LibTiff.HeardDamage)
                return new Refusal(page, RefusalReason.Damaged, $"format=tiff width_px={width} height_px={height}");
            if (reason is { } small)
                return WrongSize(page, small, width, height);
            PixDecoder.Copy(pix, ink, Page);
            return null;
        }
    }

    private static Refusal WrongSize(int page, RefusalReason reason, long width, long height) =>
        new(
            page,
            reason,
            $"width_px={width} height_px={height} limit_side_px={DecodeLimits.LongestSide} limit_px={DecodeLimits.Pixels}");

    private static string Name(ImageFormat format) => format switch
    {
        ImageFormat.Jpeg => "jpeg",
        ImageFormat.Png => "png",
        ImageFormat.Bmp => "bmp",
        _ => "pnm",
    };
}
