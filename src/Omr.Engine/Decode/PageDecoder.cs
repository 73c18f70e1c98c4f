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
    private readonly PixDecoder _pix = new();

    /// <summary>The page that was decoded last.</summary>
    public GrayImage Page { get; } = new();

    /// <summary>Decodes page after page; each is null when <see cref="Page"/> holds it, or else the refusal.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="ink">The channel that is wanted of a colour scan.</param>
    /// <param name="first">The page to begin with, from 1; the pages before it are not decoded.</param>
    public IEnumerable<Refusal?> Decode(ReadOnlyMemory<byte> file, InkChannel ink, int first = 1)
    {
        var format = FormatSniffer.Sniff(file.Span);
        if (format != ImageFormat.Tiff && first > 1)
            return [];
        if (file.Length == 0)
            return [new Refusal(1, RefusalReason.Empty, "bytes=0")];
        if (file.Length > DecodeLimits.FileBytes)
            return [new Refusal(1, RefusalReason.TooLarge, $"bytes={file.Length} limit={DecodeLimits.FileBytes}")];
        return format switch
        {
            ImageFormat.Jpeg => [DecodeJpeg(file.Span, ink)],
            ImageFormat.Tiff => DecodeTiff(file, ink, first),
            ImageFormat.Png => [DecodePng(file.Span, ink)],
            ImageFormat.Bmp => [DecodeBmp(file.Span, ink)],
            ImageFormat.Pnm => [DecodePnm(file.Span, ink)],
            _ => [new Refusal(1, RefusalReason.UnknownFormat, $"bytes={file.Length}")],
        };
    }

    public void Dispose() => _jpeg.Dispose();

    private Refusal? DecodeJpeg(ReadOnlySpan<byte> file, InkChannel ink)
    {
        if (JpegHeader.Read(file) is not { } header)
            return NoHeader(ImageFormat.Jpeg);
        if (DecodeLimits.Judge(header.Width, header.Height) is { } reason)
            return DecodeLimits.WrongSize(1, reason, header.Width, header.Height);
        if (header.ManyScans && JpegHeader.CountScans(file) is var scans and > DecodeLimits.JpegScans)
            return new Refusal(1, RefusalReason.TooLarge, $"scans={scans} limit={DecodeLimits.JpegScans}");
        return header.Components == 4
            ? DecodeSingle(file, ImageFormat.Jpeg, header.Width, header.Height, ink)
            : _jpeg.Decode(file, header, ink, Page);
    }

    private Refusal? DecodePng(ReadOnlySpan<byte> file, InkChannel ink)
    {
        if (PngHeader.Read(file) is not { } header)
            return NoHeader(ImageFormat.Png);
        if (DecodeLimits.Judge(header.Width, header.Height) is { } reason)
            return DecodeLimits.WrongSize(1, reason, header.Width, header.Height);
        return header.Whole
            ? DecodeSingle(file, ImageFormat.Png, header.Width, header.Height, ink)
            : new Refusal(1, RefusalReason.Damaged, $"format=png bytes={file.Length} end=missing");
    }

    private Refusal? DecodeBmp(ReadOnlySpan<byte> file, InkChannel ink) =>
        BmpHeader.Read(file) is { } header
            ? DecodeSingle(file, ImageFormat.Bmp, header.Width, header.Height, ink)
            : NoHeader(ImageFormat.Bmp);

    private Refusal? DecodePnm(ReadOnlySpan<byte> file, InkChannel ink) =>
        PnmHeader.Read(file) is { } header
            ? DecodeSingle(file, ImageFormat.Pnm, header.Width, header.Height, ink)
            : NoHeader(ImageFormat.Pnm);

    private Refusal? DecodeSingle(ReadOnlySpan<byte> file, ImageFormat format, long width, long height, InkChannel ink)
    {
        if (DecodeLimits.Judge(width, height) is { } reason)
            return DecodeLimits.WrongSize(1, reason, width, height);
        fixed (byte* data = file)
        {
            using var pix = Leptonica.Read(data, (nuint)file.Length);
            if (pix.IsInvalid)
                return new Refusal(1, RefusalReason.Damaged, $"format={Name(format)} width_px={width} height_px={height}");
            _pix.Copy(pix, ink, Page);
            return null;
        }
    }

    private IEnumerable<Refusal?> DecodeTiff(ReadOnlyMemory<byte> file, InkChannel ink, int first)
    {
        var chain = TiffChain.Walk(file.Span);
        if (chain.Directories.Count > DecodeLimits.Pages)
        {
            if (first == 1)
                yield return new Refusal(1, RefusalReason.TooLarge, $"pages>{DecodeLimits.Pages}");
            yield break;
        }

        for (var page = first; page <= chain.Directories.Count; page++)
            yield return DecodeTiffPage(file.Span, page, chain.Directories[page - 1], ink);
        if (chain.Fault.Length > 0 && first <= chain.Directories.Count + 1)
            yield return new Refusal(chain.Directories.Count + 1, RefusalReason.Damaged, $"format=tiff {chain.Fault}");
    }

    private Refusal? DecodeTiffPage(ReadOnlySpan<byte> file, int page, uint directory, InkChannel ink)
    {
        var header = new TiffHeader(file, directory);
        if (header.Judge(page) is { } refusal)
            return refusal;
        fixed (byte* data = file)
        {
            LibTiff.Listen();
            nuint offset = directory;
            using var pix = Leptonica.ReadTiffPage(data, (nuint)file.Length, ref offset);
            if (pix.IsInvalid || LibTiff.HeardDamage)
                return new Refusal(page, RefusalReason.Damaged, $"format=tiff width_px={header.Width} height_px={header.Height}");
            _pix.Copy(pix, ink, Page);
            return null;
        }
    }

    private static Refusal NoHeader(ImageFormat format) =>
        new(1, RefusalReason.Damaged, $"format={Name(format)} header=missing");

    private static string Name(ImageFormat format) => format switch
    {
        ImageFormat.Jpeg => "jpeg",
        ImageFormat.Png => "png",
        ImageFormat.Bmp => "bmp",
        _ => "pnm",
    };
}
